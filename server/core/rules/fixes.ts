/** The changes that rules make, in the words of definitions. How they are written in a file is the matter of `syntax/edit`. */
