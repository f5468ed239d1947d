package catalog.books;

/** How far a book is; one that is deleted is not there any more. */
public enum BookStatus {
    /** Without an author, or without a chapter. */
    DRAFT,
    /** With both. */
    VALID
}
