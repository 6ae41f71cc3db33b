// plotly.js asks a server on the internet for a world map before it draws any choropleth,
// even one with its own GeoJSON. An empty world, given beforehand, keeps every request here.
(function () {
  const empty = { type: "GeometryCollection", geometries: [] };
  const layers = ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"];
  const objects = Object.fromEntries(layers.map((name) => [name, empty]));
  window.PlotlyGeoAssets = { topojson: { world_110m: { type: "Topology", arcs: [], objects } } };
})();
