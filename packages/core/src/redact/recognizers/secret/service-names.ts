/**
 * Names of services whose keys have no form of their own: a random-looking value that is assigned
 * to something named after one of them is its key. Several words are written as one.
 */
export const SERVICE_NAMES: ReadonlySet<string> = new Set(
  (
    "ably abstractapi accuweather activecampaign adafruit adobe adyen airbrake airtable akamai alchemy algolia alibaba " +
    "aliyun amazon amplitude anthropic apify apollo appcenter appdynamics appsflyer appveyor artifactory asana assemblyai " +
    "atlassian auth0 authress autodesk aws axiom azure backblaze bamboo baidu basecamp beamer bedrock binance bintray " +
    "bitbucket bitly bittrex braintree braze brevo browserstack bugsnag buildkite bunny calendly campaignmonitor canva " +
    "chargebee chargify chatwork checkout circleci cisco clarifai clearbit clerk clickhouse clickup clojars cloudflare " +
    "cloudinary cloudsmith cockroach codacy codeclimate codecov cohere coinapi coinbase coinmarketcap confluence confluent " +
    "consul contentful convertkit coralogix coveralls crowdin crunchbase customerio databricks datadog datarobot deepgram " +
    "deepl deepseek deepai deezer digitalocean discord discourse disqus docker docusign dockerhub doppler dribbble drip " +
    "droneci dropbox duffel duo dynatrace easypost elastic elasticsearch elevenlabs etherscan etsy eventbrite facebook " +
    "fastly fauna figma finicity finnhub firebase firecrawl fireworks flickr flutterwave flyio foursquare frameio freemius " +
    "freshbooks freshdesk fullstory geckoboard gemini gemfury ghost giphy gitea github gitlab gitter gmail gocardless google " +
    "googlemaps gooseai grafana greenhouse groq gumroad harness hashicorp hellosign helpscout heroku honeybadger honeycomb " +
    "hootsuite hotjar hubspot huggingface hunterio iconfinder infracost infura instagram instana intercom intra42 ipinfo " +
    "ipstack jenkins jfrog jira jumpcloud kafka kagi kaggle keycloak keygen klaviyo kraken kucoin launchdarkly lemonsqueezy " +
    "linkedin linode linear liveblocks livekit livechat lob logdna logzio looker loggly mailchimp mailerlite mailgun mailjet " +
    "mandrill mapbox mapquest marketo mattermost maxmind meraki messagebird messenger mistral mixpanel moesif mongodb " +
    "moralis mux nasa netlify newrelic newsapi nexmo ngrok notion npm nuget nvidia nylas nytimes octopusdeploy okta onedrive " +
    "onelogin onesignal openai openrouter openshift openweather openweathermap opsgenie optimizely oracle pagerduty paddle " +
    "parseur paypal paystack pendo perplexity perigon pinata pinecone pinterest pipedream pipedrive planetscale plaid plivo " +
    "polygon posthog postman postmark prefect privateai prismic pubnub pulumi pusher pypi qdrant quickbooks quicknode " +
    "rabbitmq rancher rapidapi raygun razorpay readme recaptcha recurly reddit redis replicate resend ringcentral rollbar " +
    "rubygems runway salesforce sanity saucelabs scaleway scalingo scalr segmentio sematext sendbird sendgrid sendinblue " +
    "sentinelone sentry serpapi serpstack servicenow settlemint shippo shodan shopify shortcut sidekiq signalfx sinch " +
    "slack smartsheet snowflake snyk socketio sonar sonarcloud sonarqube sourcegraph splunk spotify sqreen square squareup " +
    "squarespace stabilityai statuspage stackhawk storyblok stripe strava sumo sumologic supabase surveymonkey swell " +
    "tailscale tatum tavily teamviewer telegram telnyx tencent terraform terraformcloud tiktok timescale tines todoist " +
    "togetherai tradier travis travisci trello trustpilot tumblr turso twilio twitch twitter typeform uber unifyid unsplash " +
    "upcloud uploadcare upstash uptimerobot vault vercel vimeo virustotal vonage voyageai vultr wakatime wandb watson " +
    "weatherapi weatherstack webex webflow wechat whatsapp woocommerce wordpress workos xai xero yahoo yandex yelp youtube " +
    "zapier zendesk zeplin zoho zoom zoominfo"
  ).split(" "),
);

/** Names that are words of their own as well: they count only in a name of several words, or before "key" and the like. */
export const AMBIGUOUS_NAMES: ReadonlySet<string> = new Set(
  (
    "amazon apollo bamboo beamer buffer bunny canva checkout clerk confluence consul docker drip duo elastic gemini ghost " +
    "github gitlab google harness kafka kraken linear lob messenger mistral mongodb mux notion npm oracle paddle polygon " +
    "prefect pusher readme redis runway sanity segment shortcut sonar square strava swell tines vault watson yahoo youtube zoom"
  ).split(" "),
);
