// Where the page's scripts begin: components for Dash's renderer, then what listens on every page.
import { start as startAreas } from "../areas/map.js";
import { start as startFind } from "../indicators/find.js";
import { start as startPicture } from "../indicators/picture.js";
import { start as startTables } from "../indicators/tables.js";
import { start as startPlatformChoice } from "../overview/platforms.js";
import { start as startContents } from "../plan/contents.js";
import { start as startTimeline } from "../plan/timeline.js";
import { start as startFlow } from "../platforms/flow.js";
import { start as startMap } from "../platforms/map.js";
import { start as startPlatforms } from "../platforms/page.js";
import { start as startAtlasPaper } from "../platforms/paper.js";
import { start as startZoom } from "../platforms/zoom.js";
import { start as startSteps } from "../regions/steps.js";
import { start as startOwn } from "../reports/own.js";
import { start as startAccess } from "./access.js";
import { Address, foresee, open } from "./address.js";
import { start as startBriefing } from "./briefing.js";
import { start as startBuiltFiles } from "./built-files.js";
import { start as startEdition } from "./edition.js";
import { Html } from "./html.js";
import { start as startLinks } from "./links.js";
import { start as startNarrow } from "./narrow.js";
import { start as startPaper } from "./paper.js";
import { Plot } from "./plot.js";
import { valueOf } from "./query.js";
import { hooks } from "./questions.js";
import { start as startSearch } from "./search.js";
import { start as startSelects } from "./selects.js";
import { start as startYears } from "./years.js";

// Dash looks its components up under their namespace (components/parts.py).
window.jing_jin_ji = { Address, Html, Plot, hooks, open };

// callbacks/navigation.py: a page that was asked for is put in.
window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.jing_jin_ji = { openedPage: (frame) => frame };

startSearch({ open, foresee, valueOf });
[
  startAccess, startBriefing, startEdition, startLinks, startSelects, startYears,
  startNarrow, startPlatformChoice, startFind, startPicture, startTables, startContents, startTimeline,
  startPaper, startMap, startFlow, startZoom, startPlatforms, startAtlasPaper, startAreas, startSteps,
  startBuiltFiles, startOwn,
].forEach((start) => start());
