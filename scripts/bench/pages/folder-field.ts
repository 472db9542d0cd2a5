import { done } from './raw-records.ts';

// A field for a folder, and nothing else: what the browser itself takes to list the files of one that was chosen.
const field = document.createElement('input');
field.type = 'file';
field.id = 'import-folder';
field.webkitdirectory = true;
field.addEventListener('change', done);
document.querySelector('#app')?.append(field);
