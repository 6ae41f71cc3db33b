"""Marks in SVG: the shapes of regions and tiers, as elements."""

from typing import Any

from components import theme
from components.elements import element

Element = dict[str, Any]


def mark(slug: str, x: float, y: float, size: float) -> Element:
    """A region's mark around a point, in the region's colour by its class."""
    return element("g", shape(slug, x, y, size), class_=f"ink-{slug}")


def hollow(slug: str, x: float, y: float, size: float) -> Element:
    """A region's mark around a point, only its edge in the region's colour."""
    return element("g", shape(slug, x, y, size), class_=f"hollow stroke-{slug}")


def shape(slug: str, x: float, y: float, size: float) -> Element:
    """The shape of a region's mark around a point: the same as everywhere."""
    r = size / 2
    drawn = {
        "circle": lambda: element("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{r:.1f}"),
        "square": lambda: _path([(-r, -r), (r, -r), (r, r), (-r, r)], x, y, 0.88),
        "diamond": lambda: _path([(0, -r), (r, 0), (0, r), (-r, 0)], x, y, 1.2),
        "triangle-up": lambda: _path([(0, -r), (r, r * 0.8), (-r, r * 0.8)], x, y, 1.1),
        "triangle-down": lambda: _path([(0, r), (r, -r * 0.8), (-r, -r * 0.8)], x, y, 1.1),
        "cross": lambda: _path(_cross(r), x, y, 1.0),
    }
    return drawn[theme.REGION_MARKS[slug][0]]()


def spoken(title: str, *parts: Element | None, description: str = "", **given: Any) -> Element:
    """A picture of these parts, named and described for those who hear it. A title element would
    show up under a resting pointer."""
    said = element("desc", description) if description else None
    return element("svg", said, *parts, role="img", aria_label=title or None, **given)


def star(x: float, y: float, size: float) -> Element:
    """A five-pointed star around a point."""
    from_top = [
        (0.0, -1.0), (0.224, -0.309), (0.951, -0.309), (0.363, 0.118), (0.588, 0.809),
        (0.0, 0.382), (-0.588, 0.809), (-0.363, 0.118), (-0.951, -0.309), (-0.224, -0.309),
    ]  # fmt: skip
    return _path(from_top, x, y, size / 2)


def diamond(x: float, y: float, size: float) -> Element:
    """A diamond around a point."""
    return _path([(0, -1), (1, 0), (0, 1), (-1, 0)], x, y, size / 2)


def _cross(r: float) -> list[tuple[float, float]]:
    a, b = r, r / 3
    return [
        (-b, -a), (b, -a), (b, -b), (a, -b), (a, b), (b, b),
        (b, a), (-b, a), (-b, b), (-a, b), (-a, -b), (-b, -b),
    ]  # fmt: skip


def _path(points: list[tuple[float, float]], x: float, y: float, factor: float) -> Element:
    corners = "L".join(f"{x + dx * factor:.1f},{y + dy * factor:.1f}" for dx, dy in points)
    return element("path", d=f"M{corners}Z")
