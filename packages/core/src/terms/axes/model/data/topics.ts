/**
 * What a kind of clause is about, in our words. Titles are those of ToS;DR (CC BY-SA, see NOTICE), marks those
 * of CLAUDETTE. A kind that is not here is about nothing that we have an axis for.
 */
import type { Axis } from "../../axis.ts";

export interface TopicOfKinds {
  readonly axis: Axis;
  readonly topic: string;
  readonly kinds: readonly string[];
}

export const TOPICS: readonly TopicOfKinds[] = [
  {
    axis: "children",
    topic: "minimum-age",
    kinds: ["This service is only available to users over a certain age"],
  },
  {
    axis: "notice",
    topic: "change-without-notice",
    kinds: [
      "Terms may be changed any time at their discretion, without notice to the user",
      "The service makes critical changes to its terms without user involvement",
      "ch",
    ],
  },
  {
    axis: "notice",
    topic: "change-with-notice",
    kinds: [
      "The service may change its terms at any time, but the user will receive notification of the changes.",
      "Users should revisit the terms periodically, although in case of material changes, the service will notify",
      "When the service wants to make a material change to its terms, users are notified at least 30 days in advance",
      "When the service wants to change its terms, users are notified a week or more in advance.",
      "User feedback is invited regarding changes to the terms.",
    ],
  },
  {
    axis: "effective-date",
    topic: "date-of-update",
    kinds: ["There is a date of the last update of the terms"],
  },
  {
    axis: "other",
    topic: "warranty-disclaimer",
    kinds: [
      "The service is provided 'as is' and to be used at the users' sole risk",
      "The service provider makes no warranty regarding uninterrupted, timely, secure or error-free service",
      "The service does not guarantee accuracy or reliability of the information provided",
      "This service does not guarantee that it or the products obtained through it meet the users' expectations or requirements",
      "The service does not guarantee that software errors will be corrected",
      "This services gives no guarantee regarding quality",
    ],
  },
  {
    axis: "other",
    topic: "liability",
    kinds: [
      "This service assumes no liability for any losses or damages resulting from any matter relating to the service",
      "Any liability on behalf of the service is only limited to the fees you paid as a user",
      "This service assumes no liability for unauthorized access to your personal information",
      "Users are responsible for any risks, damages, or losses they may incur by downloading materials",
      "The service is not responsible for linked or (clearly) quoted content from third-party content providers",
      "This service assumes no responsibility and liability for the contents of links to other websites",
      "This service cannot be held responsible for disputes that you may have with other users",
      "ltd",
    ],
  },
  {
    axis: "other",
    topic: "indemnity",
    kinds: [
      "You agree to defend, indemnify, and hold the service harmless in case of a claim related to your use of the service",
      "You are solely responsible for claims made against the service and agree to indemnify and hold harmless the service.",
      "defend, indemnify, hold harmless; survives termination",
    ],
  },
  {
    axis: "other",
    topic: "disputes",
    kinds: [
      "You waive your right to a class action.",
      "This service forces users into binding arbitration in the case of disputes",
      "Users have a reduced time period to take legal action against the service",
      "This service does not force users into binding arbitration",
      "a",
    ],
  },
  {
    axis: "other",
    topic: "court-and-law",
    kinds: [
      "The court of law governing the terms is in location X",
      "The court of law governing the terms is in a jurisdiction that is less friendly to user privacy protection.",
      "The court of law governing the terms is in a jurisdiction that is friendlier to user privacy protection.",
      "Users agree to comply with the law of the service's country",
      "j",
      "law",
    ],
  },
  {
    axis: "other",
    topic: "termination",
    kinds: [
      "The service can delete your account without prior notice and without a reason",
      "They may stop providing the service at any time",
      "The service can suspend your account for several reasons",
      "You have the right to leave this service at any time",
      "User accounts can be terminated after having been in breach of the terms of service repeatedly",
      "User suspension from the service will be fair and proportionate.",
      "The service gives 30 days of notice before closing your account",
      "ter",
    ],
  },
  {
    axis: "other",
    topic: "removal-of-content",
    kinds: [
      "The service can delete specific content without reason and may do it without prior notice",
      "This service can delete your content if you violate the terms",
      "If you are the target of a copyright claim, your content may be removed",
      "cr",
    ],
  },
  {
    axis: "other",
    topic: "validity-of-terms",
    kinds: [
      "Failure to enforce any provision of the Terms of Service does not constitute a waiver of such provision",
      "Invalidity of any portion of the Terms of Service does not entail invalidity of its remainder",
      "use",
    ],
  },
  {
    axis: "other",
    topic: "ownership-of-content",
    kinds: ["You maintain ownership of your data", "You waive your moral rights"],
  },
  {
    axis: "other",
    topic: "licence-on-content",
    kinds: [
      "The service can distribute your content through any media known now or in the future",
      "This service can use your content for all their existing and future services",
      "This service keeps a license on user-generated content even after users close their accounts.",
      "This service can license user content to third parties",
      "Copyright license limited for the purposes of that same service but transferable and sublicenseable",
      "This service retains rights to your content even after you stop using your account",
      "The copyright license maintained by the service over user data and/or content is broader than necessary.",
    ],
  },
  {
    axis: "safety-feedback",
    topic: "suggestions",
    kinds: [
      "If you offer suggestions to the service, they become the owner of the ideas that you give them",
      "If you offer suggestions to the service, they may use that without your approval or compensation, but they do not become the owner",
    ],
  },
  {
    axis: "deletion",
    topic: "user-can-delete",
    kinds: [
      "You can request access and deletion of personal data",
      "You can delete your content from this service",
    ],
  },
  {
    axis: "deletion",
    topic: "kept-after-deletion",
    kinds: [
      "This service may keep personal data after a request for erasure for business interests or legal obligations",
      "This service holds onto content that you've deleted",
      "This service will continue using anonymized user-generated content even after erasure of personal information",
    ],
  },
  {
    axis: "retention",
    topic: "how-long-kept",
    kinds: [
      "The service's data retention period is kept to the minimum necessary for fulfilling its purposes",
      "User logs are deleted after a finite period of time",
      "This service keeps user logs for an undefined period of time",
      "Only necessary user logs are kept by the service to ensure quality",
      "The service deletes tracking data after a period of time and allows you to opt out",
    ],
  },
  {
    axis: "anonymisation",
    topic: "aggregated-or-anonymous",
    kinds: [
      "Your personal data is aggregated into statistics",
      "Only aggregate data is given to third parties",
      "The service may keep a secure, anonymized record of users' data for analytical purposes even after the data retention period",
    ],
  },
  {
    axis: "human-review",
    topic: "people-may-read",
    kinds: [
      "Your private content may be accessed by people working for the service",
      "The service can read your private messages",
    ],
  },
  {
    axis: "sharing",
    topic: "sale",
    kinds: [
      "This service does not sell your personal data",
      "The service may sell your data unless you opt out",
      "The service can sell or otherwise transfer your personal data as part of a bankruptcy proceeding or other type of financial transaction.",
    ],
  },
  {
    axis: "sharing",
    topic: "third-parties",
    kinds: [
      "Third parties may be involved in operating the service",
      "Many third parties are involved in operating the service",
      "Your personal data is given to third parties",
      "The service does not share user information with third parties",
      "This service can share your personal information to third parties",
      "This service only shares user information with third parties when given specific consent",
      "The service will not allow third parties to access your personal information without a legal basis",
      "Third parties used by the service are bound by confidentiality obligations",
    ],
  },
  {
    axis: "sharing",
    topic: "other-countries",
    kinds: ["Your data may be processed and stored anywhere in the world"],
  },
  {
    axis: "personalisation",
    topic: "advertising",
    kinds: [
      "The service uses your personal data to employ targeted third-party advertising",
      "The service uses your personal data for advertising",
      "This service may use your personal information for marketing purposes",
      "You can opt out of targeted advertising",
    ],
  },
  {
    axis: "choice",
    topic: "opt-out-of-messages",
    kinds: ["You can opt out of promotional communications"],
  },
  {
    axis: "choice",
    topic: "opt-out-of-sharing",
    kinds: [
      "The service allows you to opt out of providing personal information to third parties",
      "You can limit how your information is used by third-parties and the service",
      "You can choose with whom you share content",
    ],
  },
  {
    axis: "data-collected",
    topic: "tracking",
    kinds: [
      "The service may use tracking pixels, web beacons, browser fingerprinting, and/or device fingerprinting on users.",
      "This service ignores the Do Not Track (DNT) header and tracks users anyway even if they set this header.",
      "This service respects your browser's Do Not Track (DNT) headers",
      "This service does not track you",
      "This service tracks you on other websites",
      "This service tracks which web page referred you to it",
      "The service uses social media cookies/pixels",
      "This service uses third-party cookies for statistics",
      "Tracking via third-party cookies for other purposes without your consent.",
      "This service employs third-party cookies, but with opt-out instructions",
    ],
  },
  {
    axis: "data-collected",
    topic: "cookies",
    kinds: [
      "Blocking first party cookies may limit your ability to use the service",
      "This service requires first-party cookies",
      "The service provides a complete list of all cookies set by its website",
      "The cookies used by this service do not contain information that would personally identify you",
      "This service only uses temporary session cookies",
    ],
  },
  {
    axis: "data-collected",
    topic: "location",
    kinds: [
      "This service may collect, use, and share location data",
      "This service collects your IP address for location use",
      "This service does not collect, use, or share location data",
      "This service receives your location through GPS coordinates",
    ],
  },
  {
    axis: "data-collected",
    topic: "what-is-collected",
    kinds: [
      "The service provides details about what kinds of personal information they collect",
      "The service collects many different types of personal data",
      "This service gathers information about you through third parties",
      "The service provides information about how they collect personal data",
      "Your biometric data is collected",
      "They store data on you even if you did not interact with the service",
      "The service may collect extra data about you through promotions",
    ],
  },
  {
    axis: "law-enforcement",
    topic: "requests-of-authorities",
    kinds: [
      "The service is transparent regarding government requests or inquiries that may involve user data.",
      "The service promises to inform and/or notify users regarding government inquiries that may involve users' personal data",
      "The service will resist legal requests for user information where reasonably possible",
      "The service will only respond to government requests that are reasonable",
      "This service reserves the right to disclose your personal information without notifying you",
    ],
  },
  {
    axis: "acceptable-use",
    topic: "prohibited-use",
    kinds: [
      "Users agree not to use the service for illegal purposes",
      "Users agree not to submit libelous, harassing or threatening content",
      "Users agree not to submit illegal content",
      "Spidering or crawling is not allowed",
      "Users cannot scrape the website of the service",
      "Prohibits the posting of pornographic content",
      "Prohibits the posting of content which promotes or glorifies violence or politically or religiously extremist values.",
      "This service prohibits users sending chain letters, junk mail, spam or any unsolicited messages",
      "This service prohibits users from attempting to gain unauthorized access to other computer systems",
      "Users shall not interfere with another person's enjoyment of the service",
      "This service is only available for use individually and non-commercially.",
      "only for your individual use",
    ],
  },
  {
    axis: "acceptable-use",
    topic: "account",
    kinds: [
      "You are responsible for maintaining the security of your account and for the activities on your account",
      "You cannot distribute or disclose your account to third parties",
      "Service does not allow alternative accounts",
      "Users who have been permanently banned from this service are not allowed to re-register under a new account",
    ],
  },
  {
    axis: "commercial-rules",
    topic: "payment",
    kinds: [
      "The service has a no refund policy",
      "This service has a no refund policy with some exceptions",
      "Users are entitled to a refund if certain thresholds or standards are not met by the service",
      "You authorise the service to charge a credit card supplied on re-occurring basis",
    ],
  },
];
