import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.util.concurrent.TimeUnit

// The README shows this very project.
def normal = { text -> text.readLines().collect { it.stripTrailing() }.join('\n').strip() }
def readmeText = normal(new File(readme).getText('UTF-8'))
def body = { name ->
    def lines = new File(basedir, "src/main/java/bank/${name}.java").readLines('UTF-8')
    normal(lines.findAll { !(it ==~ /(package|import) .*/) }.join('\n'))
}
assert readmeText.contains(normal(new File(basedir, 'pom.xml').getText('UTF-8'))): 'the README has another pom.xml'
['Operation', 'Movement', 'Account'].each {
    assert readmeText.contains(body(it)): "the README has another ${it}"
}

// It was built from the installed artefacts; now it runs and answers.
def port = new ServerSocket(0).withCloseable { it.localPort }
def java = new File(System.getProperty('java.home'), 'bin/java').path
def classPath = new File(basedir, 'target/classes').path + File.pathSeparator +
        new File(basedir, 'target/classpath.txt').text.trim()
def log = new File(basedir, 'service.log')
def service = new ProcessBuilder(java, "-Dhttp.port=${port}", '-cp', classPath, 'bank.Main')
        .directory(basedir).redirectErrorStream(true).redirectOutput(log).start()
try {
    def http = HttpClient.newHttpClient()
    def uri = { path -> URI.create("http://127.0.0.1:${port}${path}") }
    def deadline = System.nanoTime() + 120_000_000_000L
    while (!log.text.contains('bank is ready')) {
        assert service.alive && System.nanoTime() < deadline: log.text
        service.waitFor(100, TimeUnit.MILLISECONDS)
    }
    def deposit = HttpRequest.newBuilder(uri('/accounts/commands'))
            .header('content-type', 'application/json')
            .POST(HttpRequest.BodyPublishers.ofString('{"_type":"Deposit","account":"alice","amount":100}'))
            .build()
    def reply = http.send(deposit, BodyHandlers.ofString())
    assert reply.statusCode() == 200 && reply.body() == '{"_type":"Deposited","amount":100}': reply.body()
    def read = http.send(HttpRequest.newBuilder(uri('/accounts/one/alice')).build(), BodyHandlers.ofString())
    assert read.body() == '{"_key":"alice","_version":1,"balance":100}': read.body()
} finally {
    service.destroy()
    service.waitFor()
}
return true
