// Shapes that tell severities apart without colour: octagon, triangle, circle, tick.
import type { JSX } from "preact";
import type { Severity } from "../core/contract";

function Shape(props: { children: JSX.Element | JSX.Element[]; kind: string }): JSX.Element {
  return (
    <svg class={"shape shape-" + props.kind} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      {props.children}
    </svg>
  );
}

export function SeverityShape(props: { severity: Severity | "ok" | "unreadable" }): JSX.Element {
  switch (props.severity) {
    case "error":
      return <Shape kind="error"><path d="M6 1h8l5 5v8l-5 5H6l-5-5V6z" fill="currentColor" /><path d="M7 7l6 6M13 7l-6 6" class="ink" /></Shape>;
    case "warning":
      return <Shape kind="warning"><path d="M10 1.5L19.2 18H.8z" fill="currentColor" /><path d="M10 7v5M10 14.2v1.6" class="ink" /></Shape>;
    case "note":
      return <Shape kind="note"><circle cx="10" cy="10" r="9" fill="currentColor" /><path d="M10 9v5.5M10 5.4v1.7" class="ink" /></Shape>;
    case "ok":
      return <Shape kind="ok"><rect x="1" y="1" width="18" height="18" rx="5" fill="currentColor" /><path d="M5.5 10.5l3 3 6-7" class="ink" /></Shape>;
    case "unreadable":
      return <Shape kind="unreadable"><rect x="1" y="1" width="18" height="18" fill="currentColor" /><path d="M5 10h10" class="ink" /></Shape>;
  }
}
