// Deciding works without this file: it lets single keys press the buttons, and fills in where selected words stand.
"use strict";

(() => {
  // Single keys: each presses the button or link that bears it. They can be switched off (WCAG 2.2, 2.1.4).
  const STORED = "onrecord-keys";
  const stored = (value) => {
    try {
      if (value !== undefined) localStorage.setItem(STORED, value);
      return localStorage.getItem(STORED);
    } catch {
      return null; // a browser that keeps nothing
    }
  };
  let on = stored() !== "off";
  for (const place of document.querySelectorAll("[data-keys]")) place.hidden = false;
  for (const box of document.querySelectorAll("[data-keys-switch]")) {
    box.checked = on;
    box.addEventListener("change", () => { on = box.checked; stored(on ? "on" : "off"); });
  }
  let sent = false;
  document.addEventListener("keydown", (event) => {
    if (!on || sent || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
    // On a Korean or Russian keyboard the letter is another one; the key is the same.
    const code = /^Key([A-Z])$/.exec(event.code);
    const letter = code ? code[1].toLowerCase() : event.key;
    const meant = document.querySelector(`[data-key="${CSS.escape(letter)}"]`);
    if (!meant) return;
    event.preventDefault();
    sent = meant.value !== "note";
    meant.click();
  });
  addEventListener("pageshow", () => { sent = false; });

  // An answer is sent once, however often the button is pressed.
  for (const form of document.querySelectorAll("[data-deciding]")) {
    let going = false;
    form.addEventListener("submit", (event) => {
      if (event.submitter && event.submitter.value === "note" && !form.elements.why.value.trim()) {
        event.preventDefault();
        form.elements.why.focus();
        return;
      }
      if (going) event.preventDefault();
      going = true;
    });
    addEventListener("pageshow", () => { going = false; });
  }

  // Selected words: where they stand is counted in code points, as the record counts.
  const text = document.querySelector("[data-picking]");
  const form = document.querySelector("[data-correcting]");
  if (!text || !form) return;
  const marked = text.querySelector("mark");
  if (marked) text.scrollTop += marked.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
  const offset = (node, at) => {
    const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!paragraph) return null;
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, at);
    return Number(paragraph.dataset.start) + [...before.toString()].length;
  };
  const pick = () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    const words = range.toString();
    if (start === null || !words.trim()) return;
    form.querySelector("[data-quote]").value = words.trim();
    for (const chosen of form.querySelectorAll("[name=start]")) chosen.closest("fieldset")?.remove();
    let place = form.querySelector("[data-start-of]");
    if (!place) {
      place = document.createElement("input");
      place.type = "hidden";
      place.name = "start";
      place.dataset.startOf = "";
      form.append(place);
    }
    place.value = start;
    form.querySelector("[data-end]").value = end ?? start + [...words].length;
    const printed = form.querySelector("[data-printed]");
    if (printed) printed.value = words.trim();
  };
  document.addEventListener("selectionchange", pick);
  // Words that are typed or pasted are looked for in the page.
  form.querySelector("[data-quote]").addEventListener("input", () => {
    for (const name of ["[data-start-of]", "[data-end]"]) {
      const place = form.querySelector(name);
      if (place) place.value = "";
    }
  });
})();
