// A form that takes typing, and nothing else.
document.querySelector<HTMLElement>('#commentary')?.focus();
