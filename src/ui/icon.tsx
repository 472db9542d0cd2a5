/** Drawings on a 16 × 16 grid, stroked; dots are filled. */
const PATHS = {
  'arrow-down': 'M8 3v9.8M4 9l4 4 4-4',
  'arrow-up': 'M8 13V3.2M4 7l4-4 4 4',
  bin: 'M3 4.5h10M6.2 4.3V3.4a.9.9 0 0 1 .9-.9h1.8a.9.9 0 0 1 .9.9v.9M4.3 4.5l.5 7.8a1.2 1.2 0 0 0 1.2 1.2h4a1.2 1.2 0 0 0 1.2-1.2l.5-7.8M6.8 7v4M9.2 7v4',
  bold: 'M4.8 3.2h3.7a2.3 2.3 0 0 1 0 4.6H4.8zM4.8 7.8h4.3a2.5 2.5 0 0 1 0 5H4.8z',
  check: 'M3.5 8.5l3 3 6-7',
  copy: 'M7 5.5h4.75a1.5 1.5 0 0 1 1.5 1.5v4.75a1.5 1.5 0 0 1-1.5 1.5H7a1.5 1.5 0 0 1-1.5-1.5V7A1.5 1.5 0 0 1 7 5.5zM10.5 5.2V4.2a1.5 1.5 0 0 0-1.5-1.5H4.2a1.5 1.5 0 0 0-1.5 1.5V9a1.5 1.5 0 0 0 1.5 1.5h1',
  desk: 'M4 2.75h8a1.75 1.75 0 0 1 1.75 1.75v7A1.75 1.75 0 0 1 12 13.25H4a1.75 1.75 0 0 1-1.75-1.75v-7A1.75 1.75 0 0 1 4 2.75zM5.5 2.75v10.5M8 6h3.25M8 8.5h3.25M8 11h1.75',
  down: 'M4 6.2L8 10l4-3.8',
  download: 'M8 2.8v7M4.9 7L8 10l3.1-3M2.8 12.8h10.4',
  eye: 'M1.8 8S4 3.9 8 3.9 14.2 8 14.2 8 12 12.1 8 12.1 1.8 8 1.8 8zM8 6.1a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8',
  history: 'M2.9 5.2A5.6 5.6 0 1 1 2.4 8M2.6 2.6v2.8h2.8M8 5.2V8l2 1.4',
  info: 'M8 2.25a5.75 5.75 0 1 1 0 11.5 5.75 5.75 0 0 1 0-11.5M8 7.4v3.4M8 5.2v.1',
  italic: 'M7 3.2h4.6M4.4 12.8H9M9.6 3.2L6.4 12.8',
  keys: 'M3.25 4.25h9.5a1.5 1.5 0 0 1 1.5 1.5v4.5a1.5 1.5 0 0 1-1.5 1.5h-9.5a1.5 1.5 0 0 1-1.5-1.5v-4.5a1.5 1.5 0 0 1 1.5-1.5zM4.4 6.8v.1M7 6.8v.1M9.4 6.8v.1M11.8 6.8v.1M5.2 9.4h5.6',
  letter:
    'M3.75 3.5h8.5a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-8.5a1.5 1.5 0 0 1-1.5-1.5V5a1.5 1.5 0 0 1 1.5-1.5zM2.6 4.6L8 8.8l5.4-4.2',
  link: 'M6.6 9.4l2.8-2.8M7.4 4.8l1.1-1.1a2.7 2.7 0 0 1 3.8 3.8l-1.1 1.1M8.6 11.2l-1.1 1.1a2.7 2.7 0 0 1-3.8-3.8l1.1-1.1',
  list: 'M6.5 4.5H13M6.5 8H13M6.5 11.5H13M3.4 4.5h.01M3.4 8h.01M3.4 11.5h.01',
  lock: 'M4.75 7h6.5a1.5 1.5 0 0 1 1.5 1.5v3.25a1.5 1.5 0 0 1-1.5 1.5h-6.5a1.5 1.5 0 0 1-1.5-1.5V8.5A1.5 1.5 0 0 1 4.75 7zM5.4 7V5.2a2.6 2.6 0 0 1 5.2 0V7',
  more: 'M3.4 8h.01M8 8h.01M12.6 8h.01',
  page: 'M4 2.5h5.2L12 5.3v8.2H4zM9 2.6v2.9h2.9',
  pencil: 'M10.6 3.2l2.2 2.2L6 12.2l-2.9.7.7-2.9zM9.2 4.6l2.2 2.2',
  plus: 'M8 3.2v9.6M3.2 8h9.6',
  quote: 'M3 3.5v9M6.5 4.5H13M6.5 8H13M6.5 11.5h4',
  shield: 'M8 2.3l4.8 1.7v3.7c0 3-2 5-4.8 6-2.8-1-4.8-3-4.8-6V4z',
  sliders:
    'M2.8 5h5.4M11.8 5h1.4M2.8 11h1.4M7.8 11h5.4M10 3.3a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4M6 9.3a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4',
  stop: 'M5.6 2.5h4.8l3.1 3.1v4.8l-3.1 3.1H5.6l-3.1-3.1V5.6zM8 5.2v3.4M8 10.8v.1',
  tray: 'M2.5 9.2h3.2l.9 1.6h2.8l.9-1.6h3.2M2.5 9.2l1.9-5.7h7.2l1.9 5.7v2.6a1 1 0 0 1-1 1H3.5a1 1 0 0 1-1-1z',
  undo: 'M5.6 3L2.8 5.8l2.8 2.8M3 5.8h6.2a3.6 3.6 0 0 1 0 7.2H6.4',
  warn: 'M8 2.9l5.6 9.9H2.4zM8 6.6v2.8M8 11.1v.1',
  x: 'M4 4l8 8M12 4l-8 8',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside a word; it says nothing to a screen reader. `flip`: mirrored in right-to-left text. */
export function Icon({ name, flip = false }: { name: IconName; flip?: boolean }) {
  return (
    <svg class={flip ? 'i i-flip' : 'i'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The sign of Roundup. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <rect width="16" height="16" rx="3.75" fill="#5078f0" />
      <path
        d="M3.5 4H6.25M3.5 8H6.25M3.5 12H6.25M8.75 4a4 4 0 0 1 0 8"
        fill="none"
        stroke="#fff"
        stroke-width="2"
        stroke-linecap="round"
      />
    </svg>
  );
}
