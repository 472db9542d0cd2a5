import { useRef, useState } from 'preact/hooks';
import { useSay } from '../src/ui/messages.tsx';
import { type ChosenFile, chosenFiles, droppedFiles } from './import-files.ts';

/** Where past issues are dropped, or chosen as files or as a folder. */
export function ImportDrop({ onFiles }: { onFiles: (files: Promise<ChosenFile[]>) => void }) {
  const say = useSay();
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    const chosen = chosenFiles(currentTarget.files);
    // The same files may be chosen again.
    currentTarget.value = '';
    if (chosen.length > 0) onFiles(Promise.resolve(chosen));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is dropped here can be chosen with the buttons in it.
    <div
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) onFiles(droppedFiles(event.dataTransfer));
      }}
    >
      <p>
        <strong>{say('importDrop')}</strong>
      </p>
      <div class="inline">
        <button class="btn btn-primary" type="button" onClick={() => files.current?.click()}>
          {say('importChooseFiles')}
        </button>
        <button class="btn" type="button" onClick={() => folder.current?.click()}>
          {say('importChooseFolder')}
        </button>
      </div>
      <p class="hint">{say('importDropHint')}</p>
      <input
        ref={files}
        id="import-files"
        type="file"
        hidden
        multiple
        accept=".md,.markdown,.zip,text/markdown,application/zip"
        aria-label={say('importChooseFiles')}
        onChange={take}
      />
      <input
        ref={folder}
        id="import-folder"
        type="file"
        hidden
        {...{ webkitdirectory: true }}
        aria-label={say('importChooseFolder')}
        onChange={take}
      />
    </div>
  );
}
