"""How large a file may be that somebody hands in, and how long it may take to be read."""

MOST_BYTES = 20_000_000
MOST_UNPACKED = 200_000_000  # of a workbook, which is a ZIP file
MOST_RATIO = 200  # unpacked to packed: ordinary sheets are below 30
MOST_ROWS = 100_000
MOST_COLUMNS = 2_000
MOST_CELLS = 1_000_000
SECONDS = 10
MEMORY = 1_500_000_000  # bytes of address space of the process that reads
