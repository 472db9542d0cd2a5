// Before popup.tsx, which loads for as long as the rest of the popup takes to open. A script of its own, since content
// policies allow none in the page; `async`, since all others wait for the style sheet. Where the field is not there yet,
// popup.tsx puts the keyboard into it.
const field = document.getElementById('commentary');
field?.focus();
// Who composes in it must not be disturbed: popup.tsx asks. Noted where it draws nothing.
const { dataset } = document.documentElement;
field?.addEventListener('compositionstart', () => {
  dataset.composing = '';
});
field?.addEventListener('compositionend', () => {
  delete dataset.composing;
});

export {};
