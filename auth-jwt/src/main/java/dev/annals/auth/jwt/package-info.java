/** Authentication by JSON Web Tokens that their bearers show. */
@NullMarked
package dev.annals.auth.jwt;

import org.jspecify.annotations.NullMarked;
