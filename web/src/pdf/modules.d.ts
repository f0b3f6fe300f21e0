// The parts of pdf.js that are used, and the module the build makes of its character maps.
declare module "pdfjs-dist/legacy/build/pdf.worker.js";
declare module "pdfjs-dist/legacy/build/pdf.js" {
  interface Page {
    getViewport(options: { scale: number }): { width: number; height: number; transform: number[] };
    getTextContent(options: object): Promise<{ items: unknown[]; styles: { [font: string]: { vertical?: boolean } | undefined } }>;
    getOperatorList(): Promise<{ fnArray: number[]; argsArray: unknown[][] }>;
    cleanup(): void;
  }
  interface PdfDocument {
    numPages: number;
    getPage(number: number): Promise<Page>;
    destroy(): Promise<void>;
  }
  export const OPS: { [name: string]: number };
  export function getDocument(options: object): { promise: Promise<PdfDocument> };
}
declare module "nianbao:cmaps" {
  const maps: { [name: string]: string | undefined };
  export default maps;
}
