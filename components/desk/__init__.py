"""The data desk: editions, drafts, files that come in, and the ledger, as Bootstrap has it."""
