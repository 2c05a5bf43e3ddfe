// 进度: how many are done, how fast, and how long it will still take. Shown on a terminal only.

const BLANK = '\r\x1b[K';

const minutes = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} 秒` : `${Math.ceil(seconds / 60)} 分钟`;

/** 进度 of a run of many files. */
export class RunProgress {
  readonly #all: number;
  readonly #shown: boolean;
  readonly #began = Date.now();

  constructor(all: number) {
    this.#all = all;
    this.#shown = process.stderr.isTTY === true && all > 1;
  }

  /** Tells on the terminal that so many are done. */
  show(done: number): void {
    if (!this.#shown) return;
    const seconds = (Date.now() - this.#began) / 1000;
    const rate = done / Math.max(seconds, 0.001);
    const left = minutes((this.#all - done) / rate);
    const words = `正在核对 ${done}/${this.#all}，每秒 ${rate.toFixed(1)} 个，还要约 ${left}`;
    process.stderr.write(`${BLANK}${words}`);
  }

  /** Takes the line away again. */
  end(): void {
    if (this.#shown) process.stderr.write(BLANK);
  }
}
