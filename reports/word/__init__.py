"""A Document as DOCX: in the form of official documents, or in a plain modern one."""
