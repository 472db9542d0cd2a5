/**
 * A property or method of the document itself. A page can put `<form name="title">` in front of any of them: named
 * elements hide the document's own members, also from an extension. The prototype is out of its reach.
 * https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
 */
export function own<Name extends keyof Document>(page: Document, name: Name): Document[Name] {
  const member = Reflect.get(Document.prototype, name, page);
  return typeof member === 'function' ? member.bind(page) : member;
}
