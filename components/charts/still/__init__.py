"""Charts of documents as SVG: read without a script, on the page and in a file."""
