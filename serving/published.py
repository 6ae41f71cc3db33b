"""What the pages fetch: styles, scripts and shapes, published under addresses of their content."""

import logging
from pathlib import Path

from components import custom_properties
from components.charts.atlas import Boundaries
from serving.statics import Statics, bootstrap_css, full_plotly

log = logging.getLogger(__name__)

STYLES = (  # of the pages, in their order: what stands later wins
    "core/tokens.css",
    "core/page.css",
    "core/header.css",
    "core/cards.css",
    "core/panels.css",
    "overview/latest.css",
    "core/search.css",
    "indicators/coverage.css",
    "indicators/indicators.css",
    "regions/regions.css",
    "plan/plan.css",
    "plan/facts.css",
    "changes/changes.css",
    "core/briefing.css",
    "platforms/platforms.css",
    "areas/areas.css",
    "evaluation/evaluation.css",
    "evaluation/open-index.css",
    "evaluation/gaps.css",
    "evaluation/tables.css",
    "evaluation/hand.css",
    "reports/reports.css",
    "reports/still.css",
    "reports/file.css",
    "core/paper.css",
    "overview/paper.css",
    "indicators/paper.css",
    "regions/paper.css",
    "plan/paper.css",
    "platforms/paper.css",
    "areas/paper.css",
    "evaluation/paper.css",
    "reports/paper.css",
    "changes/paper.css",
    "core/access.css",
)
OVERVIEW_SHAPES = ("prefectures_overview.geojson", "provinces_overview.geojson")


def styles(assets: Path, static: Statics) -> str:
    """The address of all stylesheets in one: Bootstrap's, then ours behind the custom properties
    that they use."""
    own = (assets / name for name in STYLES)
    sources: list[Path | str] = [bootstrap_css(), custom_properties.PAGES, *own]
    return static.publish_together("monitor.css", sources)


def scripts(assets: Path, built: Path, plotly: Path, static: Statics) -> list[str]:
    """The addresses of what plotly.js must find when it starts, plotly.js, and our own scripts;
    `built` is the folder of those, `plotly` the slim build of plotly.js, if there is one."""
    own = built / "monitor.js"
    if not own.is_file():
        log.error(
            "没有构建好的页面脚本（%s）：页面只有文字，没有图和筛选。请运行 make run。", own.name
        )
        return []
    world = static.publish(assets / "core" / "geo-assets.js")
    return [world, _plotly(plotly, static), static.publish(own)]


def _plotly(slim: Path, static: Statics) -> str:
    """The address of the slim plotly.js if it was built, else of plotly's own file."""
    if slim.is_file():
        return static.publish(slim)
    log.warning("没有精简版 plotly.js（make 会构建），改用 plotly 自带的完整文件，首次打开较慢。")
    return static.publish(full_plotly())


def shapes(geo: Path, static: Statics) -> tuple[str, str]:
    """The addresses of the shapes of the overview's map: areas, provinces."""
    areas, provinces = (static.publish(geo / name) for name in OVERVIEW_SHAPES)
    return areas, provinces


def boundaries(geo: Path, outlines: str, static: Statics) -> Boundaries:
    """The addresses of the shapes of the map of platforms, at full detail; `outlines` is the
    GeoJSON of the platforms' own."""
    return Boundaries(
        **{
            name: static.publish(geo / f"{name}.geojson")
            for name in ("prefectures", "provinces", "counties")
        },
        outlines=static.publish_text("outlines.geojson", outlines),
    )
