/** What follows an at sign in programs and style sheets: decorators, annotations, rules, documentation tags. In small letters. */
export const ANNOTATIONS: ReadonlySet<string> = new Set(
  (
    "override deprecated suppresswarnings functionalinterface test before after beforeeach aftereach beforeall afterall " +
    "autowired bean component service repository controller restcontroller configuration entity table column id value inject " +
    "getmapping postmapping putmapping deletemapping patchmapping requestmapping requestbody pathvariable requestparam " +
    "transactional notnull nullable nonnull data builder getter setter jsonproperty jsonignore slf4j enable springbootapplication " +
    "injectable module input output viewchild hostlistener directive pipe ngmodule prop watch emit action computed observable " +
    "property staticmethod classmethod abstractmethod dataclass pytest functools cached_property wraps contextmanager overload " +
    "app router click task shared_task login_required unittest mock patch parametrize fixture jit numba tf torch " +
    "media import charset font-face keyframes supports layer page namespace container include mixin extend use forward function " +
    "return if else for each while tailwind apply screen theme utilities components base webkit-keyframes -webkit-keyframes " +
    "param params returns throws exception see since version author link code example type typedef callback private public " +
    "protected readonly static class constructor default description file fileoverview ignore internal namespace override todo " +
    "template this yields async generator copyright license summary todo inheritdoc brief details note warning attention pre post " +
    "objc nonobjc main available escaping autoclosure state binding published environmentobject observedobject stateobject " +
    "environment viewbuilder mainactor discardableresult synthesize interface implementation end protocol selector optional " +
    "required dynamic inline jvmstatic jvmoverloads jvmfield parcelize composable preview volatile synchronized throws " +
    "given when then cucumber feature model attribute scope scoped stack param foreach endif endforeach extends section yield " +
    "csrf auth guest endauth isset unless php everyone here channel all latest next beta alpha canary rc stable rowcount identity"
  ).split(" "),
);
