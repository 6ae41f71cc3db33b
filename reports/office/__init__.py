"""Parts of office files: charts and their workbooks, map shapes, fonts. Slides and text documents
take them from here."""
