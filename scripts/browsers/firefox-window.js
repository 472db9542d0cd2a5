/**
 * Runs in the first window of a driven Firefox, with the browser's own rights: an expression whose value is a function
 * that makes the commands. A surface is known by its browserId, which stays the same over navigations.
 */
({ extensionId, contentScript, violationsPath }) => {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const system = Services.scriptSecurityManager.getSystemPrincipal();
  const sleep = (milliseconds) => new Promise((resolve) => window.setTimeout(resolve, milliseconds));
  const pending = new Map();
  const listeners = new Set();
  const LOAD_TIMEOUT = 30_000;
  let lastId = 0;
  let scheme = 'none';

  const policy = () => WebExtensionPolicy.getByID(extensionId);
  const origin = () => `moz-extension://${policy().mozExtensionHostname}`;

  Services.mm.addMessageListener('roundup:answer', ({ data: { id, value, error } }) => {
    pending.get(id)?.(error === undefined ? { value } : { error });
    pending.delete(id);
  });
  Services.mm.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(contentScript)}`, true);

  Services.console.registerListener({
    observe(message) {
      if (!(message instanceof Ci.nsIScriptError)) return;
      if (!`${message.sourceName} ${message.errorMessage}`.includes(origin())) return;
      if (message.flags & Ci.nsIScriptError.warningFlag && !message.category.startsWith('CSP')) return;
      note(`${message.category}: ${message.errorMessage} (${message.sourceName}:${message.lineNumber})`);
    },
  });

  /** At once, and into a file: of a browser that is killed nobody can ask. A line each, in ASCII. */
  function note(violation) {
    const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
    file.initWithPath(violationsPath);
    const stream = Cc['@mozilla.org/network/file-output-stream;1'].createInstance(Ci.nsIFileOutputStream);
    const [write, create, append] = [0x02, 0x08, 0x10];
    stream.init(file, write | create | append, 0o600, 0);
    const line = `${encodeURIComponent(violation.toWellFormed())}\n`;
    stream.write(line, line.length);
    stream.close();
  }

  function find(id) {
    const context = BrowsingContext.getCurrentTopByBrowserId(id);
    const browser = context?.embedderElement;
    return browser?.isConnected && !context.isDiscarded ? browser : undefined;
  }

  function get(id) {
    const browser = find(id);
    if (!browser) throw 'It has been closed.';
    return browser;
  }

  function tabOf(browser) {
    const tab = browser.ownerDocument.defaultView.gBrowser.getTabForBrowser(browser);
    if (!tab) throw 'It is no tab.';
    return tab;
  }

  /** Resolves at the end of the next load of the browser, or when it moves within its document. */
  function loaded(browser, address) {
    return new Promise((resolve, reject) => {
      const done = (settle, value) => {
        if (!listeners.delete(listener)) return;
        browser.removeProgressListener?.(listener);
        settle(value);
      };
      const listener = {
        QueryInterface: ChromeUtils.generateQI(['nsIWebProgressListener', 'nsISupportsWeakReference']),
        onStateChange(progress, request, flags, status) {
          const { STATE_STOP, STATE_IS_NETWORK } = Ci.nsIWebProgressListener;
          if (!progress.isTopLevel || !(flags & STATE_STOP) || !(flags & STATE_IS_NETWORK)) return;
          const ended = request?.QueryInterface(Ci.nsIChannel).originalURI.spec;
          if (ended === 'about:blank' && address !== 'about:blank') return;
          // The load is handed to another process.
          if (status === Cr.NS_BINDING_ABORTED) return;
          if (!Components.isSuccessCode(status)) {
            done(reject, `${address} could not be opened: error 0x${status.toString(16)}.`);
          }
          done(resolve);
        },
        onLocationChange(progress, _request, _location, flags) {
          const { LOCATION_CHANGE_SAME_DOCUMENT, LOCATION_CHANGE_ERROR_PAGE } = Ci.nsIWebProgressListener;
          if (!progress.isTopLevel) return;
          if (flags & LOCATION_CHANGE_ERROR_PAGE) done(reject, `${address} could not be opened.`);
          else if (flags & LOCATION_CHANGE_SAME_DOCUMENT) done(resolve);
        },
      };
      listeners.add(listener);
      browser.addProgressListener(listener);
      window.setTimeout(() => done(reject, `${address} did not load within ${LOAD_TIMEOUT} ms.`), LOAD_TIMEOUT);
    });
  }

  async function load(browser, address, wait) {
    const end = wait ? loaded(browser, address) : undefined;
    browser.fixupAndLoadURIString(address, { triggeringPrincipal: system });
    await end;
  }

  async function openIn(view, address, wait) {
    const tab = view.gBrowser.addTrustedTab('about:blank');
    view.gBrowser.selectedTab = tab;
    await load(tab.linkedBrowser, address, wait);
    return tab.linkedBrowser.browserId;
  }

  async function wait(what, find, timeout = LOAD_TIMEOUT) {
    const deadline = Date.now() + timeout;
    while (Date.now() < deadline) {
      const found = find();
      if (found) return found;
      await sleep(10);
    }
    throw `${what} did not come within ${timeout} ms.`;
  }

  /** Chooses an item of the extension's in a menu that is open or opening; several of them stand in a menu of their own. */
  async function chooseIn(menu, item) {
    await wait('The menu', () => menu.state === 'open');
    const ending = `-menuitem-_${item}`;
    const entry = await wait(`The item ${item}`, () =>
      [...menu.querySelectorAll('menuitem, menu')].find(({ id }) => id.endsWith(ending)),
    );
    const parent = entry.parentElement;
    if (parent !== menu) {
      parent.parentElement.openMenu(true);
      await wait('The extension’s menu', () => parent.state === 'open');
    }
    parent.activateItem(entry);
    await wait('The end of the menu', () => menu.state === 'closed');
  }

  function normalWindows() {
    return [...Services.wm.getEnumerator('navigator:browser')].filter((view) => !view.closed);
  }

  function openPopups(view) {
    return [...view.document.querySelectorAll('browser.webextension-popup-browser')].filter(
      (browser) => browser.closest('panel')?.state === 'open',
    );
  }

  async function closePopups(view) {
    for (const browser of openPopups(view)) {
      const { browserId } = browser;
      browser.closest('panel').hidePopup();
      while (find(browserId)) await sleep(5);
    }
  }

  return {
    about: () => ({ origin: origin(), version: Services.appinfo.version }),

    openTab: ({ address, wait }) => openIn(window, address, wait),

    async openPrivateWindow({ address, wait }) {
      const view = window.OpenBrowserWindow({ private: true });
      while (!view.gBrowserInit?.delayedStartupFinished) await sleep(10);
      return openIn(view, address, wait);
    },

    tabs: () => normalWindows().flatMap((view) => view.gBrowser.browsers.map(({ browserId }) => browserId)),

    url: ({ id }) => get(id).currentURI.spec,

    goto: ({ id, address, wait }) => load(get(id), address, wait),

    isOpen: ({ id }) => find(id) !== undefined,

    setWidth({ id, width }) {
      const { style } = get(id);
      style.maxWidth = width === null ? '' : `${width}px`;
      style.minWidth = width === null ? '' : `${width}px`;
    },

    bringToFront({ id }) {
      const browser = get(id);
      browser.ownerDocument.defaultView.focus();
      browser.ownerDocument.defaultView.gBrowser.selectedTab = tabOf(browser);
      browser.focus();
    },

    /** A click on a tab's closing cross also takes away an open popup. */
    async closeTab({ id }) {
      const browser = get(id);
      const view = browser.ownerDocument.defaultView;
      view.gBrowser.removeTab(tabOf(browser), { animate: false, skipPermitUnload: true });
      if (!view.closed) await closePopups(view);
      while (find(id)) await sleep(5);
    },

    async openPopup({ id, timeout }) {
      const browser = get(id);
      const view = browser.ownerDocument.defaultView;
      view.focus();
      view.gBrowser.selectedTab = tabOf(browser);
      const button = ExtensionParent.apiManager.global.browserActionFor(policy().extension);
      await button.triggerAction(view);
      const deadline = Date.now() + timeout;
      while (Date.now() < deadline) {
        for (const popup of openPopups(view)) {
          if (!popup.currentURI.spec.startsWith(origin())) continue;
          popup.browsingContext.prefersColorSchemeOverride = scheme;
          return popup.browserId;
        }
        await sleep(5);
      }
      throw `The popup did not open within ${timeout} ms.`;
    },

    /** Without a display no window becomes active by itself, and Tab moves the focus of the focused document only. */
    focusPopup: ({ id }) => get(id).focus(),

    async closePopup({ id }) {
      const browser = find(id);
      if (!browser) return;
      browser.closest('panel').hidePopup();
      while (find(id)) await sleep(5);
    },

    async screenshot({ id }) {
      const browser = get(id);
      const scale = browser.ownerDocument.defaultView.devicePixelRatio;
      const image = await browser.browsingContext.currentWindowGlobal.drawSnapshot(null, scale, 'white');
      const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      canvas.getContext('2d').drawImage(image, 0, 0);
      return canvas.toDataURL('image/png').split(',')[1];
    },

    /** Passes a command on to the document's own process, and gives up when the document is gone. */
    async inContent({ id, command, argument }) {
      const browser = get(id);
      const shown = browser.browsingContext.currentWindowGlobal?.innerWindowId;
      lastId += 1;
      const call = lastId;
      let answer;
      const answered = new Promise((resolve) => {
        pending.set(call, (value) => {
          answer = value;
          resolve();
        });
      });
      browser.messageManager.sendAsyncMessage('roundup:run', { id: call, command, argument });
      while (!answer) {
        await Promise.race([answered, sleep(50)]);
        if (answer) break;
        if (find(id)?.browsingContext.currentWindowGlobal?.innerWindowId === shown) continue;
        // What the document sent while it went may still be on its way.
        await Promise.race([answered, sleep(100)]);
        answer ??= { error: find(id) ? 'The page has moved on.' : 'It has been closed.' };
        pending.delete(call);
      }
      if (answer.error !== undefined) throw answer.error;
      return answer.value;
    },

    /** Tabs follow the preference; popups follow the browser's theme unless they are told otherwise one by one. */
    setColorScheme({ dark }) {
      scheme = dark ? 'dark' : 'light';
      Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', dark ? 0 : 1);
      for (const view of normalWindows()) {
        for (const popup of openPopups(view)) popup.browsingContext.prefersColorSchemeOverride = scheme;
      }
    },

    async chooseInMenu({ id, item }) {
      await chooseIn(get(id).ownerDocument.getElementById('contentAreaContextMenu'), item);
    },

    async chooseInTabMenu({ id, item }) {
      const tab = tabOf(get(id));
      const view = tab.ownerDocument.defaultView;
      const menu = tab.ownerDocument.getElementById('tabContextMenu');
      const triggerEvent = new view.MouseEvent('contextmenu', { bubbles: true, button: 2 });
      tab.dispatchEvent(triggerEvent);
      if (menu.state === 'closed') menu.openPopup(tab, { position: 'after_start', isContextMenu: true, triggerEvent });
      await chooseIn(menu, item);
    },

    /** A key of the browser's own window, where the keys of extensions are. */
    pressInWindow({ id, modifiers, key }) {
      const view = get(id).ownerDocument.defaultView;
      const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      // With the focus in the page its process would have to answer first whether it wants the key for itself.
      Services.focus.clearFocus(view);
      if (!input.beginInputTransactionForTests(view)) throw 'The window takes no key input now.';
      const event = ({ key: name, code, keyCode }) => new view.KeyboardEvent('', { key: name, code, keyCode });
      const flags = input.KEY_NON_PRINTABLE_KEY;
      for (const modifier of modifiers) input.keydown(event(modifier), flags);
      input.keydown(event(key));
      input.keyup(event(key));
      for (const modifier of modifiers.toReversed()) input.keyup(event(modifier), flags);
    },

    async sidebar({ timeout }) {
      const find = () => document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser');
      const browser = await wait(
        'The sidebar',
        () => {
          const found = find();
          return found?.currentURI?.spec.startsWith(origin()) ? found : undefined;
        },
        timeout,
      );
      browser.browsingContext.prefersColorSchemeOverride = scheme;
      return browser.browserId;
    },

    async answerPermission({ allow, timeout }) {
      const { panel } = window.PopupNotifications;
      const question = await wait(
        'The question',
        () => panel.state === 'open' && panel.querySelector('popupnotification[id^="addon-webext-permissions"]'),
        timeout,
      );
      question[allow ? 'button' : 'secondaryButton'].click();
      await wait('The end of the question', () => panel.state === 'closed');
    },

    stopBackground: () => policy().extension.terminateBackground({ ignoreDevToolsAttached: true }),

    quit: () => Services.startup.quit(Ci.nsIAppStartup.eForceQuit),
  };
};
