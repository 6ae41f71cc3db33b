"""Figures as plain dicts: one chart a module, each a pure function of a part of the Summary."""
