/** Calls only with the last of several values, once they have stopped coming for a while. */
export function debounced<Value>(callback: (value: Value) => void, milliseconds: number): (value: Value) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (value) => {
    clearTimeout(timer);
    timer = setTimeout(() => callback(value), milliseconds);
  };
}
