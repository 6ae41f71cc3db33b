// The plotly.js of this dashboard: the core, which brings scatter, and the four other traces it
// draws. A trace that is not registered here is not drawn: plotly.js only logs a message.
import Plotly from "plotly.js/lib/core";
import bar from "plotly.js/lib/bar";
import heatmap from "plotly.js/lib/heatmap";
import choropleth from "plotly.js/lib/choropleth";
import scattergeo from "plotly.js/lib/scattergeo";

Plotly.register([bar, heatmap, choropleth, scattergeo]);

// dcc.Graph draws with window.Plotly if there is one, and else loads plotly's own full file.
window.Plotly = Plotly;
