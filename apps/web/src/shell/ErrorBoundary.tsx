import { Component, type ErrorInfo, type ReactNode } from "react";
import { textNow } from "../texts/texts.ts";
import { Notice } from "../design/Notice.tsx";
import { Button } from "../design/Button.tsx";

interface State {
  readonly error: Error | null;
}

/** The last net: a bug in a room says what happened, what is safe, and what to do now; the other rooms go on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // for whoever looks into it; nothing is sent anywhere
    // oxlint-disable-next-line no-console
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className="page-narrow">
        <Notice kind="stop" title={textNow("shell.bug.what")}>
          <p>{textNow("shell.bug.safe")}</p>
          <p>{textNow("shell.bug.now")}</p>
          <p>
            <code>{error.message}</code>
          </p>
          <Button onPress={() => window.location.reload()}>{textNow("shell.bug.reload")}</Button>
        </Notice>
      </div>
    );
  }
}
