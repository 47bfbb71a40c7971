/** Names that stand where a user's name would, and are nobody's. In small letters. */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  // Groups and everybody.
  (
    "everyone here channel all team group nobody somebody someone anyone " +
    // Accounts of machines and of roles.
    "root admin administrator user users username user_name name yourname your_name your-name youruser yourusername " +
    "your_username your-username myuser myname me you guest default public shared all-users test tester example demo sample " +
    "runner ubuntu debian centos fedora alpine ec2-user vagrant node app www www-data git jenkins circleci travis docker " +
    "postgres mysql oracle hadoop spark pi opc azureuser gitpod codespace vscode jovyan sandbox linuxbrew service system " +
    "localhost node_modules src lib bin etc var tmp opt staging site public_html web myself nobody bot support info owner member account login someuser someone foo bar baz foobar xxx xxxx abc " +
    // Words of programs and of forms.
    "string str text char varchar null none nil undefined true false required optional value values field email password " +
    "and or the is in for with from not if else this self req request res props state data input output config options " +
    "settings env process os params args form body query session current_user currentuser client server host id key token " +
    "var let const int number boolean object array list dict type import export return print echo select insert update " +
    "http https www mailto ftp url com org api html json " +
    "empty blank invalid valid missing unknown anonymous redacted hidden placeholder"
  ).split(" "),
);
