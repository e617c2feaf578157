"use strict";
// Everything a person sees is set with textContent: labels come from partners' files and are never trusted.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const words = data.words;
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const off = { groups: new Set(), kinds: new Set() };
  const nodeView = new vis.DataView(nodes, { filter: (node) => !off.groups.has(node.category) });
  const edgeView = new vis.DataView(edges, { filter: (edge) => !off.kinds.has(edge.kind) });
  const many = data.nodes.length > 300 || data.edges.length > 300;
  const network = new vis.Network(document.getElementById("map"), { nodes: nodeView, edges: edgeView }, {
    physics: false,
    layout: { improvedLayout: false, randomSeed: 7 },
    interaction: { hideEdgesOnDrag: many, hover: false, keyboard: { enabled: true, bindToWindow: false } },
    nodes: { borderWidth: 1.5, font: { size: 21, color: "#1b1b1b", strokeWidth: 4, strokeColor: "#ffffff" } },
    edges: { arrows: { to: { enabled: true, scaleFactor: 0.55 } }, smooth: many ? false : { type: "curvedCW", roundness: 0.12 } },
  });
  const found = document.getElementById("found");
  const details = document.getElementById("details");
  const label = (id) => nodes.get(id).fullLabel;

  function list(title, entries) {
    if (!entries.length) return;
    const head = document.createElement("h3");
    head.textContent = title;
    const items = document.createElement("ul");
    for (const entry of entries) {
      const item = document.createElement("li");
      item.textContent = entry;
      items.append(item);
    }
    details.append(head, items);
  }

  function show(id) {
    const node = nodes.get(id);
    details.replaceChildren();
    const name = document.createElement("p");
    const strong = document.createElement("strong");
    strong.textContent = node.fullLabel;
    name.append(strong, node.note ? ` (${node.note})` : "");
    details.append(name);
    const told = (edge, other) => label(other) + (edge.note ? ` – ${edge.note}` : "");
    const refers = edges.get({ filter: (edge) => edge.kind === "refers" });
    list(words.refers_out, refers.filter((e) => e.from === id).map((e) => told(e, e.to)));
    list(words.refers_in, refers.filter((e) => e.to === id).map((e) => told(e, e.from)));
    const others = edges.get({ filter: (edge) => edge.kind !== "refers" && (edge.from === id || edge.to === id) });
    list(words.related, others.map((e) => `${label(e.from)} ${words[e.kind]} ${label(e.to)}`));
  }

  function pick(id) {
    network.selectNodes([id]);
    network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: false });
    show(id);
  }

  network.on("selectNode", (event) => show(event.nodes[0]));
  document.getElementById("search-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = document.getElementById("search").value.trim().toLocaleLowerCase();
    const hits = wanted ? nodes.get({ filter: (node) => node.fullLabel.toLocaleLowerCase().includes(wanted) }) : [];
    const exact = hits.find((node) => node.fullLabel.toLocaleLowerCase() === wanted);
    found.textContent = hits.length ? `${hits.length} ${words.found}` : words.not_found;
    if (hits.length) pick((exact || hits[0]).id);
  });
  for (const box of document.querySelectorAll("input[data-group], input[data-kind]")) {
    box.addEventListener("change", () => {
      const [set, name] = box.dataset.group ? [off.groups, box.dataset.group] : [off.kinds, box.dataset.kind];
      if (box.checked) set.delete(name); else set.add(name);
      nodeView.refresh();
      edgeView.refresh();
    });
  }
  document.getElementById("all").addEventListener("click", () => {
    off.groups.clear();
    off.kinds.clear();
    for (const box of document.querySelectorAll("input[type=checkbox]")) box.checked = true;
    nodeView.refresh();
    edgeView.refresh();
    network.unselectAll();
    network.fit();
    found.textContent = "";
  });
  document.getElementById("png").addEventListener("click", () => {
    const drawn = document.querySelector("#map canvas");
    const paper = document.createElement("canvas");
    paper.width = drawn.width;
    paper.height = drawn.height;
    const pen = paper.getContext("2d");
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, paper.width, paper.height);
    pen.drawImage(drawn, 0, 0);
    const link = document.createElement("a");
    link.download = "netzwerkkarte.png";
    link.href = paper.toDataURL("image/png");
    link.click();
  });
  document.getElementById("filter").addEventListener("input", (event) => {
    const wanted = event.target.value.trim().toLocaleLowerCase();
    for (const row of document.querySelectorAll("#edges tbody tr")) {
      row.hidden = wanted !== "" && !row.textContent.toLocaleLowerCase().includes(wanted);
    }
  });
  if (data.focus) show(data.focus);
  // Fitting needs the labels' widths, which are known only after a first drawing.
  network.once("afterDrawing", () => {
    network.fit();
    network.moveTo({ scale: network.getScale() * 0.94 });
    network.once("afterDrawing", () => { document.documentElement.dataset.ready = "yes"; });
  });
})();
