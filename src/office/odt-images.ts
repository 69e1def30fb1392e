// The images of an OpenDocument text, by what is said of them.

export class OdtImages {
  /** Of each image, "" when nothing is. */
  readonly said: string[] = [];
  /** The frames that are open, one in the other. */
  readonly #frames: { said: string; isImage: boolean }[] = [];

  openFrame(): void {
    this.#frames.push({ said: "", isImage: false });
  }

  /** The frame holds an image: maybe twice, for programs that know one kind alone. */
  see(): void {
    const frame = this.#frames.at(-1);
    if (frame) frame.isImage = true;
  }

  /** A title, a description. */
  readonly describe = (words: string): void => {
    const frame = this.#frames.at(-1);
    if (frame) frame.said += ` ${words}`;
  };

  closeFrame(isDeleted: boolean): void {
    const frame = this.#frames.pop();
    if (frame?.isImage === true && !isDeleted) this.said.push(frame.said.trim());
  }
}
