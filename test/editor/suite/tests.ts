import './host.tests';
import './findings.tests';
import './fixes.tests';
import './writing.tests';
import './office.tests';
import './crash.tests';
