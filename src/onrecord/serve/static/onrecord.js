// Pages work without this file: it draws charts and changes the look without a new page.
"use strict";

(() => {
  const root = document.documentElement;

  // The switch of the look: the link sets the cookie, and the page changes at once.
  for (const link of document.querySelectorAll("[data-theme-choice]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      root.dataset.theme = link.dataset.themeChoice;
      for (const other of document.querySelectorAll("[data-theme-choice]")) other.removeAttribute("aria-current");
      link.setAttribute("aria-current", "true");
      fetch(link.href, { redirect: "manual" });
      drawAll();
    });
  }

  // Charts: the table that stands in the page is folded away once the drawing is there.
  const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();

  const script = (address) =>
    new Promise((resolve, reject) => {
      if (window.vegaEmbed) return resolve();
      const made = document.createElement("script");
      made.src = address;
      made.onload = resolve;
      made.onerror = reject;
      document.head.append(made);
    });

  const draw = async (place) => {
    const answer = await fetch(place.dataset.chart);
    if (!answer.ok) return;
    const specification = await answer.json();
    await script(place.dataset.vega);
    place.hidden = false;
    const ink = colour("--quiet");
    const line = colour("--line");
    const quiet = { labelColor: ink, titleColor: ink, gridColor: line, domainColor: line, tickColor: line };
    const font = getComputedStyle(document.body).fontFamily;
    specification.config = {
      background: null,
      font,
      view: { stroke: null },
      axis: { ...quiet, labelFont: font, titleFont: font, titleFontWeight: "normal" },
      mark: { color: colour("--link") },
      locale: { number: { decimal: ".", thousands: "\u202f", grouping: [3], currency: ["", ""] } },
    };
    // "ast" keeps Vega from making functions out of text, which our policy forbids.
    await window.vegaEmbed(place, specification, {
      ast: true,
      actions: false,
      defaultStyle: false,
      renderer: "canvas",
      tooltip: { disableDefaultStyle: true },
    });
    const table = place.parentElement.querySelector("details");
    if (table && !place.dataset.drawn) table.open = false;
    place.dataset.drawn = "true";
  };

  const drawAll = () => {
    for (const place of document.querySelectorAll("[data-chart]")) draw(place).catch(() => { place.hidden = true; });
  };
  drawAll();

  // A run of added pages: each line comes as the server tells it; the page at the end has the links.
  const run = document.querySelector("[data-events]");
  if (run) {
    const told = new EventSource(run.dataset.events);
    const shown = run.children.length;
    told.addEventListener("page", (event) => {
      if (Number(event.lastEventId) <= shown) return;
      const { source, outcome, reason } = JSON.parse(event.data);
      const line = document.createElement("li");
      line.dataset.outcome = outcome;
      line.textContent = reason ? `${source}: ${reason}` : source;
      run.append(line);
    });
    told.addEventListener("over", () => { told.close(); location.reload(); });
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
})();
