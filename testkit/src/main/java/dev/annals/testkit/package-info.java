/** Tests of services: given/when/then for deciders, the topology without a broker, a whole service on one. */
@NullMarked
package dev.annals.testkit;

import org.jspecify.annotations.NullMarked;
