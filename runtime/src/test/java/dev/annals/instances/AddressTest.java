package dev.annals.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @Test
    void hostsAndAddressesWithTheirPorts() {
        assertThat(Address.parse("bank-1.example:9082")).isEqualTo(new Address("bank-1.example", 9082));
        assertThat(Address.parse("[::1]:80")).isEqualTo(new Address("::1", 80));
        assertThat(new Address("::1", 80)).hasToString("[::1]:80");
        assertThat(new Address("localhost", 1)).hasToString("localhost:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "here", ":80", "here:", "here:0", "here:65536", "here:x", "::1:80", "here:-1"})
    void whatIsNeitherIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Address.parse(text));
    }
}
