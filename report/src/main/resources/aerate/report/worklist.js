"use strict";
const HEIGHT = 112; // of a row in pixels, as the style sheet has it
const BEYOND = 4; // rows drawn above and below the screen

const byId = id => document.getElementById(id);
const list = byId("list");
const large = byId("large");
const threshold = Number(list.dataset.threshold);
const films = JSON.parse(byId("films").textContent);
const drawn = new Map(); // rows by their place in `found`
let found = films;
let current = 0;

const percent = share => (100 * share).toFixed(1) + "\u00a0%";

function verdict(film) {
  return film.reason ? "Not readable" : film.priority === "sick" ? "Pneumonia" : "Normal";
}

function more(film) {
  return film.reason || "uncertainty " + film.uncertainty.toFixed(2) + "\u00a0bit";
}

function label(film) {
  return [film.rank, verdict(film), film.reason || percent(film.probability), film.film,
    film.unlike ? "unlike the training films" : ""].filter(Boolean).join(", ");
}

function element(kind, name, ...children) {
  const made = document.createElement(kind);
  made.className = name;
  made.append(...children);
  return made;
}

function uri(film) {
  return "data:image/jpeg;base64," + film.thumbnail;
}

function picture(film) {
  const frame = element("div", "picture");
  if (film.thumbnail) {
    const image = element("img", "");
    image.src = uri(film);
    image.alt = "";
    frame.append(image);
  }
  return frame;
}

function meter(film) {
  const filled = element("div", "filled");
  filled.style.width = 100 * film.probability + "%";
  const mark = element("div", "mark");
  mark.style.left = 100 * threshold + "%";
  return element("div", "meter", filled, mark);
}

function judgement(film) {
  return film.reason
    ? element("div", "judgement", element("div", "probability", verdict(film)))
    : element("div", "judgement", element("div", "probability", percent(film.probability)), meter(film),
      element("div", "word", verdict(film)));
}

function name(film) {
  const cut = film.film.lastIndexOf("/") + 1;
  const named = element("div", "who", element("div", "folder", film.film.slice(0, cut)),
    element("b", "", film.film.slice(cut)), element("div", "more", more(film)));
  if (film.unlike) {
    named.append(element("span", "flag", "unlike the training films"));
  }
  return named;
}

function row(place) {
  const film = found[place];
  const made = element("div", "row " + film.priority, element("div", "rank", film.rank), picture(film),
    judgement(film), name(film));
  made.id = "row-" + place;
  made.style.top = place * HEIGHT + "px";
  made.setAttribute("role", "option");
  made.setAttribute("aria-label", label(film));
  made.setAttribute("aria-posinset", place + 1);
  made.setAttribute("aria-setsize", found.length);
  made.setAttribute("aria-selected", place === current);
  made.addEventListener("click", () => { move(place); enlarge(); });
  return made;
}

function draw() {
  const above = list.getBoundingClientRect().top;
  const first = Math.max(0, Math.floor(-above / HEIGHT) - BEYOND);
  const last = Math.min(found.length - 1, Math.ceil((innerHeight - above) / HEIGHT) + BEYOND);
  for (const [place, old] of drawn) {
    if ((place < first || place > last) && place !== current) {
      old.remove();
      drawn.delete(place);
    }
  }
  for (let place = first; place <= last; place++) {
    if (!drawn.has(place)) {
      drawn.set(place, row(place));
      list.append(drawn.get(place));
    }
  }
}

function show(some) {
  found = some;
  current = 0;
  drawn.forEach(old => old.remove());
  drawn.clear();
  list.style.height = found.length * HEIGHT + "px";
  byId("status").textContent = found.length === films.length ? "" : found.length + " of " + films.length + " films.";
  draw();
  list.setAttribute("aria-activedescendant", found.length ? "row-0" : "");
}

function move(to) {
  if (!found.length) {
    return;
  }
  drawn.get(current)?.setAttribute("aria-selected", false);
  current = Math.max(0, Math.min(found.length - 1, to));
  const bar = document.querySelector(".bar").offsetHeight;
  const top = list.offsetTop + current * HEIGHT;
  if (top < scrollY + bar) {
    scrollTo(0, top - bar);
  } else if (top + HEIGHT > scrollY + innerHeight) {
    scrollTo(0, top + HEIGHT - innerHeight);
  }
  draw();
  drawn.get(current).setAttribute("aria-selected", true);
  list.setAttribute("aria-activedescendant", "row-" + current);
  if (large.open) {
    fill();
  }
}

function fill() {
  const film = found[current];
  byId("large-picture").hidden = byId("large-caption").hidden = !film.thumbnail;
  byId("large-picture").src = uri(film);
  byId("large-name").textContent = film.rank + ". " + film.film;
  byId("large-verdict").textContent = verdict(film) + (film.reason ? "" : ", " + percent(film.probability));
  byId("large-verdict").className = "verdict " + film.priority;
  byId("large-more").textContent = (film.unlike ? "Unlike the training films; " : "") + more(film);
  byId("large-film").href = list.dataset.folder + film.film.split("/").map(encodeURIComponent).join("/");
}

function enlarge() {
  if (found.length) {
    fill();
    large.showModal();
  }
}

function screenful() {
  return Math.max(1, Math.floor((innerHeight - document.querySelector(".bar").offsetHeight) / HEIGHT));
}

const MOVES = {
  j: () => current + 1, ArrowDown: () => current + 1, k: () => current - 1, ArrowUp: () => current - 1,
  PageDown: () => current + screenful(), PageUp: () => current - screenful(), Home: () => 0, End: () => found.length - 1,
};

document.addEventListener("keydown", event => {
  const typing = event.target.id === "find";
  if (event.ctrlKey || event.altKey || event.metaKey || (typing && event.key.length === 1)) {
    return;
  }
  if (typing && !["ArrowDown", "ArrowUp", "Enter", "Escape"].includes(event.key)) {
    return;
  }
  if (MOVES[event.key]) {
    event.preventDefault();
    if (!large.open) {
      list.focus({preventScroll: true});
    }
    move(MOVES[event.key]());
  } else if (event.key === "Enter" && !large.open && (typing || event.target === list || event.target === document.body)) {
    event.preventDefault();
    enlarge();
  } else if (event.key === "/" && !large.open) {
    event.preventDefault();
    byId("find").focus();
  }
});

byId("find").addEventListener("input", event => {
  const words = event.target.value.toLowerCase();
  show(films.filter(film => film.film.toLowerCase().includes(words)));
  move(0); // the list may have become shorter than it was scrolled
});
byId("previous").addEventListener("click", () => move(current - 1));
byId("next").addEventListener("click", () => move(current + 1));
byId("close").addEventListener("click", () => large.close());
for (const button of document.querySelectorAll("[data-priority]")) {
  const first = () => found.findIndex(film => film.priority === button.dataset.priority);
  button.disabled = first() < 0;
  button.addEventListener("click", () => { if (first() >= 0) move(first()); });
}
addEventListener("scroll", () => requestAnimationFrame(draw), {passive: true});
addEventListener("resize", draw);
show(films);
