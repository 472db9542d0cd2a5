/**
 * Runs in every document's process of a driven Firefox, as a frame script: evaluates in the page and synthesises input
 * there, where what is typed arrives in order. A frame script is not bound by the page's content policy.
 */
(() => {
  /** As in nsIDOMWindowUtils. */
  const MODIFIER_BITS = { Alt: 1, Control: 2, Shift: 4, Meta: 8 };
  const NON_PRINTABLE = Ci.nsITextInputProcessor.KEY_NON_PRINTABLE_KEY;

  function evaluate(source) {
    const page = content;
    const sandbox = new Cu.Sandbox(page, { sandboxPrototype: page, wantXrays: false, sandboxName: 'roundup' });
    return new Promise((resolve, reject) => {
      const gone = () => reject('The page has gone while the script ran.');
      page.addEventListener('pagehide', gone, { once: true });
      const settle = (value, error) => {
        page.removeEventListener('pagehide', gone);
        if (error === undefined) resolve(value);
        else reject(error);
      };
      Cu.exportFunction(settle, sandbox, { defineAs: 'settleRoundup' });
      Cu.evalInSandbox(
        `${source}.then((value) => settleRoundup(value), (error) => settleRoundup(undefined, String(error)))`,
        sandbox,
      );
    });
  }

  function processor() {
    const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    if (!input.beginInputTransactionForTests(content)) throw 'The page takes no key input now.';
    return input;
  }

  function keyEvent({ key, code, keyCode }) {
    return new content.KeyboardEvent('', { key, code, keyCode });
  }

  function stroke(input, key) {
    const flags = key.text && key.key !== 'Enter' ? 0 : NON_PRINTABLE;
    input.keydown(keyEvent(key), flags);
    input.keyup(keyEvent(key), flags);
  }

  /** A new task, as between two real key strokes: promises and tasks of the page get their turn. */
  function nextTask() {
    return new Promise((resolve) => Services.tm.dispatchToMainThread(resolve));
  }

  async function type(keys) {
    const page = content;
    const input = processor();
    for (const key of keys) {
      if (content !== page || !page) throw 'The page has gone while text was typed.';
      stroke(input, key);
      await nextTask();
    }
  }

  function press({ modifiers, key }) {
    const input = processor();
    for (const modifier of modifiers) input.keydown(keyEvent(modifier), NON_PRINTABLE);
    stroke(input, key);
    for (const modifier of modifiers.toReversed()) input.keyup(keyEvent(modifier), NON_PRINTABLE);
  }

  async function compose({ text, enter }) {
    const input = processor();
    input.setPendingCompositionString(text);
    input.appendClauseToPendingComposition(text.length, input.ATTR_RAW_CLAUSE);
    input.setCaretInPendingComposition(text.length);
    input.flushPendingComposition();
    await nextTask();
    input.keydown(keyEvent(enter), NON_PRINTABLE);
    await nextTask();
    input.commitComposition();
    input.keyup(keyEvent(enter), NON_PRINTABLE);
  }

  /** Firefox moved this from windowUtils.sendMouseEvent to window.synthesizeMouseEvent around release 145. */
  function mouseEvent({ what, point: { x, y }, held, modifiers, nth = 1 }) {
    const event = `mouse${what}`;
    const clickCount = what === 'move' ? 0 : nth;
    const buttons = held ? 1 : 0;
    const bits = modifiers.reduce((sum, modifier) => sum | MODIFIER_BITS[modifier], 0);
    if (content.synthesizeMouseEvent) {
      const act = { button: 0, buttons, clickCount, modifiers: bits };
      content.synthesizeMouseEvent(event, x, y, act, { isDOMEventSynthesized: false });
    } else {
      content.windowUtils.sendMouseEvent(event, x, y, 0, clickCount, bits, false, 0, 0, false, false, buttons);
    }
  }

  async function mouse(acts) {
    for (const [at, act] of acts.entries()) {
      if (at > 0) await nextTask();
      mouseEvent(act);
    }
  }

  /** The click of the right button that opens the context menu. */
  function openMenu({ x, y }) {
    if (content.synthesizeMouseEvent) {
      content.synthesizeMouseEvent('contextmenu', x, y, { button: 2, clickCount: 1 }, { isDOMEventSynthesized: false });
    } else content.windowUtils.sendMouseEvent('contextmenu', x, y, 2, 1, 0);
  }

  async function chooseFiles({ selector, paths }) {
    const field = content.document.querySelector(selector);
    if (!field) throw `There is no file field ${selector}.`;
    field.mozSetFileArray(await Promise.all(paths.map((path) => File.createFromFileName(path))));
    field.dispatchEvent(new content.Event('change', { bubbles: true }));
  }

  const commands = { evaluate, type, press, compose, mouse, openMenu, chooseFiles };

  addMessageListener('roundup:run', async ({ data: { id, command, argument } }) => {
    try {
      sendAsyncMessage('roundup:answer', { id, value: await commands[command](argument) });
    } catch (error) {
      sendAsyncMessage('roundup:answer', { id, error: String(error) });
    }
  });
})();
