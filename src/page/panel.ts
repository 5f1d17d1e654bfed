import { make } from "./make.ts";

export interface Shown {
  readonly title: string;
  readonly body: readonly HTMLElement[];
}

interface Panel {
  readonly show: (shown: Shown, hasEarlier: boolean) => void;
  readonly close: () => void;
}

/** The one dialog of the page. */
export function addPanel(onClosed: () => void): Panel {
  const title = make("h2", { id: "panel-title", tabindex: "-1" });
  const body = make("div", { class: "panel-body", tabindex: "0", role: "region", "aria-label": "Details" });
  const close = make("button", { type: "button", class: "close" }, "Close");
  const back = make("button", { type: "button", class: "back" }, "Back");
  const bar = make("div", { class: "panel-bar" }, title, make("div", {}, back, close));
  const dialog = make("dialog", { "aria-labelledby": "panel-title" }, bar, body);
  document.body.append(dialog);
  close.addEventListener("click", () => dialog.close());
  back.addEventListener("click", () => history.back());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", onClosed);
  return {
    show: (shown, hasEarlier) => {
      title.textContent = shown.title;
      body.replaceChildren(...shown.body);
      body.scrollTop = 0;
      back.hidden = !hasEarlier;
      if (!dialog.open) dialog.showModal();
      title.focus();
    },
    close: () => dialog.close(),
  };
}
