"""Files made from a Study: CSV, JSON and XLSX with the same rows in the same order."""
