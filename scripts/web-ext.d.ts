// web-ext ships no types; these are the parts that scripts/ uses. https://github.com/mozilla/web-ext#using-web-ext-in-nodejs-code
declare module 'web-ext' {
  interface Run {
    shouldExitProgram?: boolean;
    showReadyMessage?: boolean;
  }
  const webExt: {
    cmd: {
      run(options: Record<string, unknown>, run?: Run): Promise<unknown>;
      build(options: Record<string, unknown>, run?: Run): Promise<{ extensionPath: string }>;
    };
  };
  export default webExt;
}
