"""Everything a browser shows: charts, cards, tables, the page; ids, theme, words."""
