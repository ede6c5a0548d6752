/* The map of networks, on the page that asks for it. The list beside it says the same in words.
 *
 * #map carries: data-points (JSON: points, each [latitude, longitude, name, place, slug]), data-outline
 * (GeoJSON), data-page (address of a network, with SLUG in it), data-tiles (empty: no tile server), and
 * the words on it. Points that would overlap are one marker with their number: a grid of cells. */
import { Map as LeafletMap } from "leaflet/src/map/index.js";
import { Zoom } from "leaflet/src/control/Control.Zoom.js";
import { GeoJSON, LayerGroup, Popup } from "leaflet/src/layer/index.js";
import { DivIcon, Marker } from "leaflet/src/layer/marker/index.js";
import { TileLayer } from "leaflet/src/layer/tile/index.js";
import "leaflet/src/layer/vector/index.js";

const COUNTRY = [[50.7, 3.3], [53.6, 7.3]];
const CELL = 64; // pixels: a finger finds what lies so far apart
const NAMED = 12; // as long as so few stand on the screen, names stand there too, where there is room
const LETTER = 9;
const LISTED = 30;
const STEADY = matchMedia("(prefers-reduced-motion: reduce)").matches;

const box = document.getElementById("map");
const words = box.dataset;

function made(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  if (text) element.textContent = text;
  return element;
}

function cells(map, points) {
  const found = new Map();
  for (const point of points) {
    const at = map.project(point.at);
    const key = `${Math.floor(at.x / CELL)}:${Math.floor(at.y / CELL)}`;
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(point);
  }
  return [...found.values()];
}

function middle(points) {
  const mean = (axis) => points.reduce((sum, point) => sum + point.at[axis], 0) / points.length;
  return [mean(0), mean(1)];
}

function isOnePlace(points) {
  return points.every((one) => Math.abs(one.at[0] - points[0].at[0]) + Math.abs(one.at[1] - points[0].at[1]) < 0.002);
}

/** The network, or all networks of one spot, each leading to its page. */
function told(points) {
  const list = made("ul", "wn-map__told");
  for (const { name, place, slug } of points.slice(0, LISTED)) {
    const item = made("li", "");
    const link = made("a", "nl-link", name);
    link.href = words.page.replace("SLUG", slug);
    item.append(link);
    if (place && place !== name) item.append(made("span", "wn-map__place", place));
    list.append(item);
  }
  if (points.length > LISTED) list.append(made("li", "", words.more));
  return list;
}

/** The marker with this name, as it stands now: moving or resizing makes all of them anew. */
function focusOn(title) {
  const found = [...box.querySelectorAll(".wn-map__marker")].find((one) => one.getAttribute("aria-label") === title);
  found?.focus({ preventScroll: true });
}

/** By keyboard the first link gets the focus; closing brings it back to the marker. */
function opened(map, marker, points, title) {
  const popup = new Popup({ maxWidth: 260, maxHeight: 240, autoPanPadding: [16, 16] });
  popup.setLatLng(marker.getLatLng()).setContent(told(points)).openOn(map);
  const element = popup.getElement();
  element.querySelector(".leaflet-popup-close-button").setAttribute("aria-label", words.shut);
  element.querySelector("a.nl-link").focus({ preventScroll: true });
  popup.once("remove", () => focusOn(title));
}

function marked(map, points, named) {
  const many = points.length > 1;
  const title = many ? `${points.length} ${words.many}` : points[0].name;
  const label = many ? points.length : made("span", named ? "wn-pin__name wn-pin__name--shown" : "wn-pin__name", title);
  const face = made("span", many ? "wn-pin wn-pin--many" : "wn-pin");
  face.append(label);
  const icon = new DivIcon({ className: "wn-map__marker", html: face, iconSize: [44, 44] });
  const marker = new Marker(middle(points), { icon, title: many ? title : "", riseOnHover: true });
  marker.on("add", () => marker.getElement().setAttribute("aria-label", title));
  const choose = () => {
    const apart = many && !isOnePlace(points) && map.getZoom() < map.getMaxZoom();
    if (apart) map.fitBounds(points.map((point) => point.at), { padding: [48, 48], animate: !STEADY });
    else opened(map, marker, points, title);
  };
  marker.on("click", choose);
  marker.on("keypress", ({ originalEvent }) => {
    if (originalEvent.key !== "Enter" && originalEvent.key !== " ") return;
    originalEvent.preventDefault();
    choose();
  });
  return marker;
}

/** Whether the name fits to the right of its point, within the map and past no other point. */
function hasRoom(map, group, groups) {
  const { x, y } = map.latLngToContainerPoint(middle(group));
  const end = x + 24 + group[0].name.length * LETTER;
  const others = groups.filter((other) => other !== group).map((other) => map.latLngToContainerPoint(middle(other)));
  return end < box.clientWidth && !others.some((one) => one.x > x - 24 && one.x < end + 24 && Math.abs(one.y - y) < 32);
}

function draw(map, layer, points) {
  const seen = map.getBounds().pad(0.2);
  const groups = cells(map, points).filter((group) => seen.contains(middle(group)));
  const few = groups.length <= NAMED;
  const held = document.activeElement?.closest(".wn-map__marker")?.getAttribute("aria-label");
  layer.clearLayers();
  for (const group of groups) layer.addLayer(marked(map, group, few && hasRoom(map, group, groups)));
  if (held) focusOn(held);
}

async function start() {
  const [outline, { points: rows }] = await Promise.all(
    [words.outline, words.points].map(async (address) => (await fetch(address)).json()),
  );
  const points = rows.map(([latitude, longitude, name, place, slug]) => ({ at: [latitude, longitude], name, place, slug }));
  box.hidden = false;
  const map = new LeafletMap(box, {
    attributionControl: false, zoomControl: false, scrollWheelZoom: false, minZoom: 6, maxZoom: words.tiles ? 14 : 12, zoomSnap: 0.25,
    maxBounds: [[50, 2], [54.3, 8.6]], zoomAnimation: !STEADY, fadeAnimation: !STEADY, markerZoomAnimation: !STEADY,
  });
  map.addControl(new Zoom({ zoomInTitle: words.closer, zoomOutTitle: words.farther }));
  if (words.tiles) new TileLayer(words.tiles, { maxZoom: 14 }).addTo(map);
  else new GeoJSON(outline, { interactive: false, style: (one) => ({ className: `wn-map__${one.properties.kind}` }) }).addTo(map);
  const layer = new LayerGroup().addTo(map);
  map.fitBounds(COUNTRY);
  if (words.near && points.length) map.fitBounds(points.map((point) => point.at), { padding: [48, 48], maxZoom: 10 });
  draw(map, layer, points);
  map.on("moveend", () => draw(map, layer, points));
  box.addEventListener("keydown", (event) => event.key === "Escape" && map.closePopup());
}

if (box) await start();
