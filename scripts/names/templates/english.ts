/**
 * English sentences with places for names, written for this project.
 *
 * `{P}` person, `{F}` given name, `{L}` family name, `{I}` initials and family name, `{T}` title,
 * `{C}` city, `{N}` country, `{O}` organisation, `{S}` street, `{R}` product, `{M}` month, `{D}` weekday,
 * `{K}` heading of ordinary words, `{#}` number, `{Z}` a person's initials alone, `{X}` a name that is no
 * person's here, `{Y}` an organisation named after a person. Only P, F, L, I, Z, C, N, O and Y are labelled.
 */
export const ENGLISH: readonly string[] = String.raw`
my name is {P} and I live in {C}
My name is {P}, I'm calling about invoice {#}.
Hi, I'm {F}. Can you help me with my resume?
hi this is {F} from {O}
hey {F}, are you coming on {D}?
Hello, {F} here. I wrote to you last {D}.
Hey it's {F} again lol
i am {F} and my wife {F} works at {O}
Dear {F},\nThank you for your letter of {#} {M}.
Dear {T} {L},\nI am writing to apply for the position in {C}.
Dear {F} and {F},\nWe had a lovely time in {C}.
Dear Sir or Madam,\nI would like to complain about {O}.
Dear Hiring Manager,\nI am excited to apply to {O}.
Hi {F},\n\nThanks for getting back to me so quickly.\n\nBest,\n{F}
Best regards,\n{P}
Kind regards,\n{P}\n{O}
Sincerely,\n{P}\nSenior Manager, {O}
Cheers,\n{F}
Thanks,\n{F}
Yours faithfully,\n{I}
Love, {F}
Regards\n{F} {L}
-- {P}
Signed: {P}
Signed by {P} on {#} {M}.
Name: {P}
Full name: {P}
Customer name: {P}
First name: {F}\nLast name: {L}
Patient: {L}, {F}
Applicant: {L}, {F}
Contact person: {P}
Attendees: {P}, {P}, {P} and {F}
To: {P}\nFrom: {P}\nSubject: {K}
From: {P} <info@example.com>
Cc: {P}; {P}
Client {P} called about {O}.
Patient {P} was admitted on {D}.
Employee: {P}\nDepartment: Sales\nManager: {P}
Emergency contact: {P} (brother)
Account holder: {P}
Billing name {P}, shipping to {S}, {C}
The account is registered to {P}.
Please send the package to {P}, {S}, {C}, {N}.
{P}\n{S}\n{C}\n{N}
{P} lives at {S}, {C}.
Ship to: {P}, {S}, {C}
The card is under the name of {P}.
The booking was made by {P} for {#} people.
How do I spell {F}?
What does the name {F} mean?
Is {F} a boy's name or a girl's name?
Who is {P}?
Who was {P}?
Tell me about {P}.
Tell me about {L}'s theory of language.
What did {L} say about that?
According to {L}, the results were mixed.
As {L} ({#}) has shown, this is common.
{L} and {L} ({#}) found no effect.
({L}, {#}; {L} et al., {#})
{L} et al. reported similar numbers.
{P} was born in {C} in {#}.
{P} ({#}-{#}) was a painter from {N}.
{P} grew up in {C}, {N}, and studied at {O}.
{P}, a lawyer from {C}, said the law was unclear.
{P}, {#}, of {C}, was arrested on {D}.
"We did nothing wrong," said {P}, a spokesman for {O}.
"It is a good start," {L} said.
"I can't believe it," {F} whispered.
{F} looked at {F} and smiled.
{F} laughed. "You never told me about {C}," said {F}.
{F}: Are you there?\n{F}: Yes, what's up?\n{F}: Nothing much.
{F}: What a day.\n{F}: Tell me about it!
{L}: The hearing is open.\n{L}: Thank you, Your Honor.
INTERVIEWER: Where were you?\n{L}: At home.
User: my name is {F}\nAssistant: Nice to meet you, {F}! How can I help?
Bot: May I have your name?\nUser: {P}
Agent: And your last name?\nCaller: {L}
What is your name? {P}
What's your surname? {L}
Your name, please? It's {P}.
Nice to meet you, {F}!
Great question, {F}!
Happy birthday {F}!
Congratulations to {P} on the new job at {O}!
RIP {P}, you will be missed
Shoutout to {P} for the help
omg {F} just texted me
so {F} told me that {F} likes {F}
me and {F} went to {C} yesterday
can you write a poem for my girlfriend {F}
my boss {F} keeps emailing me at night
My friend {F} moved to {C} to work for {O}.
My daughter {F} is allergic to nuts.
My son's teacher, {T} {L}, says he is doing well.
my landlord {P} refuses to return my deposit
our son {F} and our dog
I have an appointment with {T} {L} on {D}.
{T} {L} will see you now.
{T} {L} prescribed something for the pain.
{T} {P} has been appointed to the board of {O}.
I spoke to {T} {L} and {T} {L}.
I spoke with {F} from {O} yesterday.
Please ask {F} to call me back.
Please forward this to {P} in accounting.
Can you email {F} and {F} about the meeting?
{F}, could you look at this?
@{F} can you review this?
cc {F} {L}
Meeting notes: {F} will talk to {F}; {L} sends the report.
Action items:\n- {F}: send slides\n- {F}: book room
1. {P}\n2. {P}\n3. {P}
- {P}\n- {P}\n- {P}
| {P} | {C} | {#} |
{P}, {C}\n{P}, {C}
name,city\n{P},{C}\n{P},{C}
{"name": "{P}", "city": "{C}"}
"first_name": "{F}", "last_name": "{L}"
author: {P}
Author: {P}, {O}
by {P}
By {P}
Written by {P} and {P}
Photo: {P}
Directed by {P}
Directed By: {P}
Starring {P} and {P}
Music by {P}
Translated by {P}
The film by {P} stars {P}.
the new {L} album is great
I love {P}'s songs.
{L}'s latest novel is her best.
Have you read anything by {P}?
{F}'s mother called.
{P}'s house in {C} is for sale.
That is {F}'s car.
The {L} family lives next door.
The {L} brothers founded {O} in {#}.
the {L} novel is better than the film
The founders of {O} are {P}, {P} and {P}.
{O} was founded by {P} and {P} in {C}.
{O} is led by {P}.
{O} announced that {P} will replace {P} as chief executive.
CEO {P} stepped down.
President {L} met Prime Minister {L} in {C}.
Minister {P} resigned.
Senator {L} voted against it.
Judge {L} dismissed the case.
coach {L} praised {L} and {L} after the match
{L} scored twice as {O} won in {C}.
{L} beat {L} in three sets.
Goalkeeper {P} joined {O} on loan.
{P} of {N} won the race.
The case originated in an application against {N} by a national of that State, {T} {P} ("the applicant").
The applicant was represented by {T} {I}, a lawyer practising in {C}.
The Government were represented by their Agent, {T} {I}, of the Foreign Office.
The Chamber was composed of {T} {I}, President, {T} {I}, {T} {I} and {T} {I}, judges.
The applicants, {T} {P}, {T} {P} and {T} {P}, live in {C}.
{T} {L}'s appeal was dismissed on {#} {M} {#}.
{L} J gave the judgment of the court.
{L} LJ agreed with the reasons given by Lord {L}.
Lord {L} held that the order was lawful.
Lord Justice {L} refused leave to appeal.
Mr Justice {L} found for the claimant.
In {L} v. {N} the Court reached another view.
{L} v. {L}, judgment of {#} {M} {#}
see {L} v. {N}, no. {#}
On {#} {M} {#} the {C} Regional Court convicted the applicant.
On {#} {M} the {C} Court of Appeal upheld the decision.
The witness, {P}, stated that {F} had left the house.
The defendant {L} denied all charges.
Counsel for the applicant: {I} and {I}
{I}, Solicitor; {I}, Adviser
{I} ({O})
{P} and her husband {P} bought a house in {C}.
His wife, {F}, and their children, {F} and {F}, survive him.
She is survived by her son {P} of {C}.
I was driving from {C} to {C} with {F}.
We flew from {C} to {C} via {C}.
I'm travelling to {N} next {M}.
What is the weather in {C}?
What is the capital of {N}?
best restaurants in {C}?
How far is {C} from {C}?
{C} is a city in {N}.
{C}, {N}
The {O} office in {C} opens on {D}.
I work for {O} in {C}.
I have worked at {O} since {#}.
I used to bank with {O}.
{O} and {O} signed a deal in {C}.
Shares of {O} fell {#} percent.
{O} said on {D} it would cut jobs in {N}.
He studied physics at {O} before joining {O}.
Experience\n{O}, {C}\nSoftware Engineer
Education\n{O}\nBachelor of Science
Skills: {R}, {R}, {R}
References: {P}, {O}
I know {R}, {R} and {R}.
How do I install {R} on {R}?
How do I use {R} with {R}?
Write a {R} function that sorts a list.
Convert this {R} code to {R}.
Error: {R} could not be found
I am using {R} {#}.{#} with {R}.
{K}
## {K}
# {K}\n\nThis section describes the approach.
**{K}:** this is important for the user.
- **{K}**: make sure to check it.
1. {K}: Start with the basics.
{K}\n\n{K}
Step {#}: {K}
Chapter {#}: {K}
The {K} is shown below.
We call this the {K}.
Click on {K} and then {K}.
Go to Settings > {K} > {K}.
In {M} we will start the {K}.
On {D}, {M} {#}, the {K} starts.
See you on {D}!
Best, and thanks in advance for your help with the {K}.
You are a helpful assistant. Answer briefly.
Sure! Here is an example:
Write a story about a girl named {F} who lives in {C}.
A boy called {F} found a key.
There once was a man named {P}.
Call me {F}.
Everyone calls me {F}.
I go by {F}.
My full name is {P}.
It's {F}, not {F}!
{F}? Is that you?
Thank you {F} for your kind words.
Thanks {F}!
Thx {F}
Good morning {F}, hope you are well.
Good evening, {T} {L}.
Hello {T} {L},
Hi all, {F} and I will be out on {D}.
{F} & {F} are getting married in {C}
Mom, Dad and {F} are coming too.
Aunt {F} and Uncle {F} live in {N}.
Grandma {F} made soup.
St. {X} Church
Mount {X} High School
the {X} Street station
{S} is closed on {D}.
I live on {S}.
{X} Hall, {X} Avenue and {X} Park
The {Y} gave money to {O}.
She won the {X} Prize.
the {X} algorithm
Use the {X} method to solve it.
The {X} theorem follows.
{P} invented it at {O}.
Reviewed by {P} on {#}/{#}/{#}
Approved: {P}
Prepared for: {P}\nPrepared by: {P}
Witness: {P}
Tenant: {P}\nLandlord: {P}
This agreement is made between {O} and {P}.
between {P} ("Seller") and {P} ("Buyer")
Invoice to {O}, attn. {P}
WhatsApp from {F}: running late
{F} wrote:\n> see you then
On {D}, {P} wrote:
{#}:{#} {F}: ok
[{#}:{#}] {F}: ok see you
{F} {L} joined the chat
{F} left the group
{P} commented on your post
{P} liked this.
My Uber driver {F} was great, very clean car.
Ask for {F}, she is the best stylist in {C}!
{F} at the front desk was rude.
Had a great dinner at {O} in {C}, our waiter {F} was lovely.
{T} {L} and the staff at {O} are excellent.
{O} is the worst company I have ever dealt with.
The doctor, {P}, was very kind.
Nurse {F} took my blood pressure.
Detective {L} knocked on the door.
Captain {L} ordered the crew to leave.
King {F} of {N}
Queen {F} visited {N} in {#}.
{F} the Great
{P} Jr.
{P} III
{P}, PhD
{P}, MD, {O}
Prof. {P} ({O}, {C})
Speaker: {P}
Host: {P}\nGuest: {P}
Teacher: {F}, please read.
Team: {F}, {F}, {F}, {F}
Winner: {P}
Students: {L}, {L}, {L}
{L}, {F} and {L}, {F}
{L} {F}
{F}, {F}, and {F} each have {#} apples.
If {F} is taller than {F}, who is the shortest?
{F} has {#} marbles and gives {#} to {F}.
{F} drove {#} miles from {C} to {C}.
let's meet {F} at the station
tell {F} i said hi
where is {F}
did {F} call
is {P} still alive
how old is {P}
how tall is {P}
{P} net worth
{P} biography
lyrics by {P}
I think {L} is right and {L} is wrong.
I disagree with {L} here.
{F} is my best friend.
{F} was late, so {F} waited.
When {F} came home, {F} was asleep.
Although {L} denied it, the police believed {L}.
But {F} didn't answer.
And then {F} said no.
With {F} gone, the house was quiet.
For {F}, it was over.
{F}, I have sent you the file.
{F}, please call me when you can.
{F}, thanks for the update.
{F}, can you send me the report for {O}?
{F}, attached is the draft. Let me know if you have any questions. {F}
{F} - Just wanted to confirm our meeting on {D}. Thanks, {F}
{F} and {F}, please see below. Thanks. {F}
Let me know. Thanks! {F} {L}
Call me if you have any questions. {P} ext. {#}
Hope this helps. {F}
Talk to you later {F}
Thx {F}
Take care {F}
Take care, {F}
I will ask {F} and {F} to join. Regards, {P} {O} {#}
I used to e-mail {F} {L} about this. My name is {P}.
Please review and get {F}'s comments before {D}.
I talked to {F} in legal and {F} in credit.
Can you ask him to get {F}'s resume and start a file?
spoke with {L} today, he is out until {D}
"{P}" <name@example.com> wrote:
"{L}, {F}" <name@example.com>
{P} <name@example.com>
{L}, {F} {#}/{#}/{#} {#}:{#} PM To: {P}/HOU/ECT cc: {P}
{P}@ECT
>> {F} wrote: >> I agree
Sent by: {P}
Forwarded by {P} on {#}/{#}/{#}
Will come again! {F}
Great service! {F} is awesome.
Great job! {F} and {F} are very thorough and friendly.
The owner, {F}, knows exactly what she is doing.
{F} - the owner - is great.
I went to see {T} {L} and {F} for my back.
{F} was awesome to work with. I highly recommend {O}.
{Y} is the best in {C}!
{Y} closed last year.
The staff at {Y} are friendly.
{Y} is down the road.
{Y} has been handling our account.
the {X} Administration wants to cut taxes
Hurricane {X} hit {C} on {D}.
Hurricane {X} packed winds of {#} miles per hour.
{Y} reported a profit.
{Y} went into receivership.
companies like {Y}, {O} and others
He is represented by {O}, solicitors in {C}.
The applicant was represented by {Y}, a firm of solicitors in {C}.
Prime Minister {P} and Minister of Defense {P} met {P}.
The leader of the group, {P}, said on {D}.
{L}, {#}, told reporters that {L}'s aged cousin had been kidnapped.
{L} 's office said {L} was in {C}.
according to {P} of the {O}
{P} told {O} that the talks had failed.
The arrest of {P} in {C} came after {L} gave a speech.
{L} has denied the charges, {L}'s lawyer said.
Foreign Minister {L} arrived in {N} for talks with {L}.
{N}'s president, {P}, and his counterpart {P}
Former president {P} died on {D}.
Rebels loyal to {L} attacked {C}.
Composed of Judges {L}, {L}, {L}, {L} and {L}, and also of {I}, Deputy Section Registrar,
The Court, sitting as a Chamber composed of: {P}, President, {P}, {P}, {P}, judges, and {I}, Registrar,
Having regard to the judgment in {L}, cited above,
The case of {L} is clear authority for this.
in the {L} case
the {L} judgment
the so-called {L} issue
{L} J made reference to the material
{L} J held that, in the light of {L}, the claim must fail.
{L} LJ said the following:
{L} LJ, {L} J and {L} J agreed.
Mr Justice {L} and Lady Justice {L}
{Z} gave evidence against him.
the complainant, {Z}, and her sister
When {Z} was questioned, {Z} said nothing.
The applicants' daughter, {Z}, was injured.
The operation on {Z} was carried out in {C}.
two villagers ({Z} and {Z}) brought proceedings
{T} {Z} was arrested
the applicant was arrested together with {P}, {P} and {P}
a certain {L} was convicted of the robbery
The applicant, {P}, was born in {#} and lives in {C}.
The applicant's brother {F} and his cousin {P} were killed.
Sergeant {L} and Corporal {L} were on duty.
the Guard Commander spoke to the Regimental Sergeant Major
Her Majesty's Prison {C}
Article {#} of the Convention and Protocol No. {#}
the Supreme Court, the Court of Appeal and the High Court
The Government contested that argument.
The Ministry of Justice and the Ministry of the Interior
The Public Prosecutor, the Criminal Code and the Constitution of {N}
the Regional Court, the District Court and the Assize Court
The House of Lords and the Secretary of State for the Home Department
inter alia, that his rights under Article {#} had been violated
the Charter of Fundamental Rights
Charcot disease was diagnosed in {M}.
wow {F} and {F} are so cute
omg i love {F} so much
{F} is the best player ever
{F} you are amazing
lol {F} got rekt
who else is here because of {F}?
thats not {F} thats {F}
go {F} go!!!
I miss {F} {L} so much 😭
RT @user: {P} is trending
{P} is so funny 😂
if {L} wins i'm leaving {N}
{L} for president
why is {L} crying
i just watched {P} on tv
{F} is a good dog
My cat {K} sleeps all day.
function getName(user) { return user.Name; }
const app = new Express();
import React from "react";
class UserController extends BaseController {
public static void main(String[] args) {
throw new Error("Not Found");
System.out.println("Hello World");
std::vector<int> Result;
SELECT Name, City FROM Customers WHERE Country = 'x';
export interface Options { readonly name: string }
<Button onClick={handleClick}>Submit</Button>
df = pd.DataFrame(data)
from sklearn.linear_model import LinearRegression
def __init__(self, name, max, val, dev, mode):
if (max > min) { val = max; }
let alex = 1; let sam = 2;
git commit -m "Update README"
docker run -d -p 80:80 nginx
npm install --save-dev typescript
Traceback (most recent call last): ValueError
TypeError: Cannot read property 'length' of undefined
Here is the Python code for a Binary Search Tree:
Time Complexity: O(log n)
Pros and Cons
Key Takeaways
Table of Contents
Frequently Asked Questions
Introduction to Machine Learning
Natural Language Processing and Deep Learning
The Great Wall and the Eiffel Tower are popular.
The Roman Empire fell in the fifth century.
World War II ended in {#}.
The French Revolution began in {#}.
The Industrial Revolution started in {N}.
Photosynthesis is the process by which plants make food.
Mercury, Venus, Earth and Mars are planets.
Saturn and Jupiter are visible tonight.
Vitamin C and Vitamin D are important.
God bless you
Bible verses about love
Merry Christmas and Happy New Year!
Gross Domestic Product (GDP) grew by {#} percent.
New Year's Eve is on {D}.
Subject: Meeting Request
Subject: Application for Marketing Manager
Dear Team,
Dear Customer Service,
Hello World
Hi there!
Hey guys
Good Luck!
Yes. No. Maybe. Sure. Okay.
Red, Green, Blue, Yellow and Orange
Monday, Tuesday, Wednesday
Apple Pie, Chicken Soup, Caesar Salad
Vanilla, Chocolate, Strawberry
Ingredients: Flour, Sugar, Butter, Eggs
Preheat the oven. Mix the Butter with Sugar.
Honda Civic, Toyota Corolla and Ford Focus
The Lord of the Rings and Harry Potter
English, French and German
Chapter One
Act I, Scene II
Question: Which of the following is correct?
Answer: B
Option A: Yes
Note: Please read carefully.
Warning: Low Battery
Title: {K}
Name: {K}
Product: {K}
Company: {O}
Address: {S}, {C}
City: {C}\nCountry: {N}
Location: {C}
Based in {C}.
offices in {C}, {C} and {C}
{C}-based {O}
the {C} area
the mayor of {C}
near {C}
University of {C}
{C} Airport
the {N} embassy in {C}
{F} is so right!
{F} you made my day
{F} killed it 😂
{F} had me dying 😂 😂
poor {F}... almost made it
nice shooting, {F}!!!
wow {F}, your video is great
bye {F}!
thanks {F}
thank you {F} you saved me
anyone else here after {F} died?
who is better {F} or {F}
{L} is better than {L} lol
{L} fan here
only {L} can do this
{L} should have won that
{L} with the shot!!!
{L} scores again and again
i love how {F} laughs
i love you {F} ❤
{F} marry me
{F} looks like {F} {L}
{F} looks like a young {P}
{F}'s face at {#}:{#} 😂
the way {F} looks at {F} omg
when {F} said that i screamed
that moment when {F} walks in
did anyone notice {F} in the back
hope {F} and {F} get back together
{F} from {C} here
{F} sub to me
lets go {F}
come on {F}!!!
{F} for the win
{F} is a legend
{F} is trash
{F} is back
team {F}
this is why {F} left
shout out to {F} and {F}
congrats {F}!!
happy bday {F}
{P} was the goat
{P} is overrated
rip {P}
new {P} album when
this beat reminds me of {P}
{P} voice is amazing
{P} played this part so well
{P} deserved the oscar
why does he look like {P}
so {P} is running for president again
what about {L} tho
vote {L} out
{L} lied to everyone
{L} is a clown
#{F} is the best
lol @ {L}
first comment! love from {N}
love from {C} ❤
greetings from {C}, {N}
im from {C}
anyone from {C}?
{C} is lit
this song is so good
first!
who is watching in {#}
best video ever
the intro is so cool
the editing on this is next level
i miss the old days
great job everyone
please make part {#}
In the wake of Hurricane {X}, thousands left {C}.
Tropical Storm {X} is moving north.
the storm named {X} devastated {C}
My cat's name is {X}.
my dog {X} ate it
We went to {Y} for dinner, the pizza was great.
I was thinking {Y} at around {#}.
{Y} refused to work on my bike.
{Y} puts out good food and has great prices.
Calls are now forwarded to {Y}.
Law Offices of {Y}
I bought it at {Y}.
{Y} said it was reducing rates.
{Y} reports that sales rose.
a transfer from {O} to {Y}
on behalf of {Y} or its officers
{X} County, {N}
the {X} district of {C}
{X} Lake and {X} River
{X} Elementary School
the {X} Bridge
the {X} scale and the {X} index
{X} syndrome
the {X} case law
the {X} Act of {#}
{X} disease was found in {C}
a {X} watch and a {X} bag
{X}_resume.doc
{X}.{X}@example.com
Venus and Mercury are in conjunction with Saturn in the fourth house.
transit Venus, natal Mercury and Jupiter
Best Quality, Quick Service, Great Price
Buyer Beware!
Price is reasonable. Quick take away.
Shiites and Sunnis
The Alaskan Knight
Mountain View, {N}
The film {X} came out in {#} and was shot in {C}.
{X} is a novel by {P}, published in {#}.
{X} is a {#} film by {P}.
{X} is an album that {P} recorded in {C}.
We watched {X} last night, it was boring.
I am reading {X} by {P} at the moment.
the song {X} was a hit in {N}
The play {X} opens on {D}.
have you played {X} on the {R}?
`
  .trim()
  .split("\n");
