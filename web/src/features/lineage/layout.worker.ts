// ELK answers messages by itself once it finds that it runs inside a worker.
import 'elkjs/lib/elk-worker.min.js';
