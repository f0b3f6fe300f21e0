// What pdf.js expects and Chromium 69 lacks. Loaded before it.
declare const self: { globalThis?: unknown };

if (typeof self.globalThis === "undefined") self.globalThis = self;

type Settled = { status: "fulfilled"; value: unknown } | { status: "rejected"; reason: unknown };
const promises = Promise as unknown as { allSettled?: (all: Iterable<unknown>) => Promise<Settled[]> };
if (!promises.allSettled) {
  promises.allSettled = (all) =>
    Promise.all(Array.from(all).map((one) => Promise.resolve(one).then(
      (value): Settled => ({ status: "fulfilled", value }), (reason): Settled => ({ status: "rejected", reason }))));
}

export {};
