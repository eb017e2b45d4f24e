/** Python's keywords, also those that are words only at some places. */
const KEYWORDS =
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in ' +
  'is lambda nonlocal not or pass raise return try while with yield match case type';

/** Functions and types that are there without an import, as far as the generated files or their readers may want them. */
const BUILTINS =
  'abs all any bool bytes callable chr dict dir divmod enumerate eval exec filter float format getattr globals hash help hex id ' +
  'input int isinstance iter len list locals map max min next object oct open ord pow print property range repr reversed round ' +
  'set setattr slice sorted str sum super tuple vars zip';

/** Names that the generated files use for something of their own, besides classes and functions of the ops. */
const OWN =
  'np torch deque Node Input graph node feed_dict trainables learning_rate unbroadcast topological_sort forward_and_backward ' +
  'sgd_update self upstream value gradient port reader inbound _ __name__';

/** Words that no variable of a generated file may be called, whatever a node is called. */
export const RESERVED: readonly string[] = [KEYWORDS, BUILTINS, OWN].flatMap((words) => words.split(' '));
